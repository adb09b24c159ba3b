package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.rtp.RtpReceiver;
import io.mashrabiya.media.rtsp.Credentials;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.rtsp.auth.ClientAuthentication;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// Plays one camera once: connects, asks for its pictures and its sound over that same connection,
/// and hands them to a sink until something ends it. Whoever wants the camera back after that makes
/// a new client.
///
/// [#play] blocks its thread for as long as the camera plays; give each camera a platform thread of
/// its own, which reading keeps busy enough that a virtual one costs more. The sink is called on
/// that thread. [#close] may be called from any thread, before, during or after.
public final class RtspClient implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final RtspAddress address;
  private final Optional<Credentials> credentials;
  private final RtspSettings settings;
  private final CaptureClock clock;
  private final SessionCounters counters;
  private final Socket socket = new Socket();
  private volatile boolean closed;

  /// @param clock stamps the frames, and measures every wait
  /// @param counters count what happens; they may have counted an earlier session of the same
  ///   camera
  public RtspClient(
      RtspAddress address,
      Optional<Credentials> credentials,
      RtspSettings settings,
      CaptureClock clock,
      SessionCounters counters) {
    this.address = address;
    this.credentials = credentials;
    this.settings = settings;
    this.clock = clock;
    this.counters = counters;
  }

  /// Plays the camera until it ends; to be called once. Never throws for anything that a camera or
  /// a network does; what the sink throws goes through.
  public RtspOutcome play(FrameSink sink) {
    try (socket) {
      Optional<RtspOutcome> failed = connect();
      RtspOutcome outcome = failed.isPresent() ? failed.get() : converse(sink);
      return closed ? new RtspOutcome.Stopped() : outcome;
    } catch (IOException e) {
      return closed ? new RtspOutcome.Stopped() : new RtspOutcome.ClosedByCamera();
    }
  }

  /// Ends the session: [#play] says goodbye to the camera and returns, after [RtspSettings#reply]
  /// at the latest if the camera reads nothing.
  @Override
  public void close() {
    closed = true;
    try {
      if (socket.isConnected()) {
        socket.shutdownInput(); // wakes the reader, which then tears down and closes
      } else {
        socket.close();
      }
    } catch (IOException e) {
      return; // it is closed already
    }
  }

  private Optional<RtspOutcome> connect() throws IOException {
    try {
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(address.host(), address.port()),
          (int) settings.connect().toMillis());
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of(new RtspOutcome.Unreachable("unknown host"));
    } catch (SocketTimeoutException e) {
      return Optional.of(new RtspOutcome.Unreachable("no answer"));
    } catch (IOException e) {
      return Optional.of(new RtspOutcome.Unreachable(reason(e)));
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? "no route" : Printable.of(e.getMessage());
  }

  private RtspOutcome converse(FrameSink sink) throws IOException {
    var conversation =
        new RtspConversation(
            address,
            clock,
            settings,
            packets ->
                new RtspConnection(
                    socket,
                    clock,
                    settings,
                    new ClientAuthentication(credentials, RtspClient::nonce),
                    packets),
            stream -> new RtpReceiver(stream, clock, counters.of(stream.track()), sink));
    if (closed) {
      return new RtspOutcome.Stopped();
    }
    try {
      return conversation.hold();
    } finally {
      conversation.tearDown();
    }
  }

  private static String nonce() {
    byte[] random = new byte[12];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
