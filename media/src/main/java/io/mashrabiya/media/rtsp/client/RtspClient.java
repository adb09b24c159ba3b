package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.CameraClient;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.auth.ClientAuthentication;
import io.mashrabiya.media.rtp.LipSync;
import io.mashrabiya.media.rtp.RtpReceiver;
import io.mashrabiya.media.rtsp.RtspAddress;
import java.io.IOException;
import java.util.Optional;

/// Plays one camera once: connects, asks for its pictures and its sound, and hands them to a sink
/// until something ends it. Whoever wants the camera back after that makes a new client.
///
/// [#play] blocks its thread for as long as the camera plays; give each camera a platform thread of
/// its own, which reading keeps busy enough that a virtual one costs more. The sink is called on
/// that thread. [#close] may be called from any thread, before, during or after.
public final class RtspClient implements CameraClient {
  private final RtspAddress address;
  private final Optional<Credentials> credentials;
  private final RtspSettings settings;
  private final CaptureClock clock;
  private final SessionCounters counters;
  private final SoundTrust soundTrust;
  private final CameraLine line;
  private volatile boolean closed;

  /// A client of a camera of which nothing is remembered.
  ///
  /// @param clock stamps the frames, and measures every wait
  /// @param counters count what happens; they may have counted an earlier session of the same
  ///   camera
  public RtspClient(
      RtspAddress address,
      Optional<Credentials> credentials,
      RtspSettings settings,
      CaptureClock clock,
      SessionCounters counters) {
    this(address, credentials, settings, clock, counters, new SoundTrust());
  }

  /// The same for a camera that was played before.
  ///
  /// @param soundTrust what is remembered of its sound
  public RtspClient(
      RtspAddress address,
      Optional<Credentials> credentials,
      RtspSettings settings,
      CaptureClock clock,
      SessionCounters counters,
      SoundTrust soundTrust) {
    this.address = address;
    this.credentials = credentials;
    this.settings = settings;
    this.clock = clock;
    this.counters = counters;
    this.soundTrust = soundTrust;
    this.line = new CameraLine(address, credentials, settings, clock);
  }

  @Override
  public RtspOutcome play(FrameSink sink) {
    try (line) {
      RtspOutcome outcome = converse(line.connect(), sink);
      return closed ? new RtspOutcome.Stopped() : outcome;
    } catch (PlayEnded e) {
      return closed ? new RtspOutcome.Stopped() : e.outcome();
    } catch (IOException e) {
      return closed ? new RtspOutcome.Stopped() : new RtspOutcome.ClosedByCamera();
    }
  }

  /// Ends the session: [#play] says goodbye to the camera and returns, after [RtspSettings#reply]
  /// at the latest if the camera reads nothing.
  @Override
  public void close() {
    closed = true;
    line.hangUp();
  }

  private RtspOutcome converse(CameraLine.Ends ends, FrameSink sink) throws IOException {
    LipSync lipSync = new LipSync();
    try (var conversation =
        new RtspConversation(
            address,
            ends,
            clock,
            settings,
            counters.pictures(),
            soundTrust,
            sink,
            packets ->
                new RtspConnection(
                    ends, clock, settings, new ClientAuthentication(credentials), packets),
            (stream, to) ->
                new RtpReceiver(stream, clock, counters.of(stream.track()), lipSync, to))) {
      RtspOutcome outcome = closed ? new RtspOutcome.Stopped() : conversation.hold();
      if (!closed) {
        conversation.learn(outcome);
      }
      return outcome;
    }
  }
}
