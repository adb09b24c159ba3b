package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.rtp.RtpReceiver;
import io.mashrabiya.media.rtp.RtpStream;
import io.mashrabiya.media.rtp.StreamCounters;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.rtsp.message.RtspHeaders;
import io.mashrabiya.media.rtsp.message.RtspIncoming;
import io.mashrabiya.media.rtsp.message.RtspRequest;
import io.mashrabiya.media.rtsp.message.RtspResponse;
import io.mashrabiya.media.sdp.SessionDescription;
import io.mashrabiya.words.Sentence;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.function.Consumer;

/// A session with a camera from `OPTIONS` to its end, in reading order. Owned by the thread that
/// plays the camera.
final class RtspConversation implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RtspConversation.class.getName());
  private static final long LOOK_EVERY_MICROS = 100_000;
  private static final long LOOK_MICROS = 1_000;

  private final RtspConnection connection;
  private final CaptureClock clock;
  private final RtspSettings settings;
  private final StreamCounters pictures;
  private final SoundTrust soundTrust;
  private final FrameSink sink;
  private final StreamSetup streams;

  private String url;
  private String base = "";
  private Optional<PictureWatch> watch = Optional.empty();
  private long lookDueMicros;
  private boolean picturesAsked;
  private boolean soundAsked;
  private boolean pictureCame;
  private boolean goodbye;

  /// @param pictures counts what happens to the pictures
  /// @param connections makes the connection, given what takes the packets of media on it
  /// @param receivers makes the ways of streams to the sink
  RtspConversation(
      RtspAddress address,
      CameraLine.Ends ends,
      CaptureClock clock,
      RtspSettings settings,
      StreamCounters pictures,
      SoundTrust soundTrust,
      FrameSink sink,
      ConnectionMaker connections,
      ReceiverMaker receivers) {
    this.url = address.url();
    this.clock = clock;
    this.settings = settings;
    this.pictures = pictures;
    this.soundTrust = soundTrust;
    this.sink = sink;
    this.streams =
        new StreamSetup(
            address.carriage(),
            ends.peer(),
            clock,
            stream -> receivers.make(stream, this::seen),
            this::taken);
    this.connection = connections.make(streams::take);
  }

  /// Makes a connection for a conversation.
  interface ConnectionMaker {
    RtspConnection make(Consumer<RtspIncoming.Interleaved> packets);
  }

  /// Makes the way of a stream to a sink.
  interface ReceiverMaker {
    RtpReceiver make(RtpStream stream, FrameSink to);
  }

  /// Holds the session until the camera or the network ends it.
  RtspOutcome hold() {
    try {
      Optional<String> publicMethods = options();
      Offers offers = describe();
      picturesAsked = true;
      StreamSetup.Agreed agreed = streams.pictures(connection, base, offers.picture());
      if (offers.sound().isPresent() && soundTrust.asks(clock.nowMicros())) {
        setUpSound(offers.sound().get());
      }
      PictureWatch watched = play(agreed);
      return playing(
          watched,
          new KeepAlive(connection, url, agreed.session(), publicMethods, clock.nowMicros()));
    } catch (PlayEnded e) {
      return inTheLightOfWhatCame(e.outcome());
    } catch (IOException e) {
      return inTheLightOfWhatCame(new RtspOutcome.ClosedByCamera());
    }
  }

  /// Draws from the end of a session what the next one can do better.
  void learn(RtspOutcome outcome) {
    boolean suspicious =
        outcome instanceof RtspOutcome.ClosedBeforePictures
            || outcome instanceof RtspOutcome.Silent;
    if (picturesAsked && !pictureCame && suspicious) {
      soundTrust.endedBeforePictures(soundAsked);
    }
  }

  /// Says goodbye where the connection still stands, without waiting for an answer.
  @Override
  public void close() {
    streams.close();
    if (streams.sessionHeaders().first("Session").isEmpty()) {
      return;
    }
    try {
      connection.send("TEARDOWN", url, streams.sessionHeaders());
    } catch (IOException | PlayEnded e) {
      LOG.log(System.Logger.Level.DEBUG, "no goodbye: the connection is gone");
    }
  }

  /// Leniency: whatever a camera answers to `OPTIONS`, `DESCRIBE` is tried.
  private Optional<String> options() throws IOException, PlayEnded {
    return connection.ask("OPTIONS", url, RtspHeaders.NONE).headers().first("Public");
  }

  /// What a description offers that can be played here.
  private record Offers(OfferedStream picture, Optional<OfferedStream> sound) {}

  private Offers describe() throws IOException, PlayEnded {
    RtspHeaders accept = RtspHeaders.NONE.with("Accept", "application/sdp");
    RtspResponse response = connection.succeed("DESCRIBE", url, accept);
    SessionDescription description =
        switch (SessionDescription.read(response.body())) {
          case SessionDescription.Reading.Understood(SessionDescription read) -> read;
          case SessionDescription.Reading.Malformed(int line, Sentence production) ->
              throw new PlayEnded(
                  new RtspOutcome.Malformed(
                      say("{0} in line {1} of the SDP", production, line), 0));
        };
    OfferedStream picture =
        PictureOffer.in(description, settings.pictures())
            .orElseThrow(() ->
                new PlayEnded(
                    new RtspOutcome.NoPictures(
                        PictureOffer.encodingsIn(description), settings.pictures())));
    base = base(response.headers()).orElse(url);
    url = ControlUrl.resolve(base, description.attribute("control"));
    return new Offers(picture, SoundOffer.in(description));
  }

  private static Optional<String> base(RtspHeaders headers) {
    return headers
        .first("Content-Base")
        .or(() -> headers.first("Content-Location"))
        .filter(ControlUrl::isAbsolute)
        .map(base -> ControlUrl.resolve(base, Optional.of(base)));
  }

  /// Leniency: a camera that announces sound and refuses it is played without.
  private void setUpSound(OfferedStream sound) throws IOException, PlayEnded {
    soundAsked = true;
    try {
      streams.more(connection, base, sound);
    } catch (PlayEnded e) {
      if (!(e.outcome() instanceof RtspOutcome.Refused)
          && !(e.outcome() instanceof RtspOutcome.NotFound)) {
        throw e;
      }
      soundAsked = false;
      LOG.log(System.Logger.Level.DEBUG, "the camera refuses the sound that it announced");
    }
  }

  /// The watch begins before the answer, because packets may come before it.
  private PictureWatch play(StreamSetup.Agreed agreed) throws IOException, PlayEnded {
    PictureWatch watched =
        new PictureWatch(agreed.lane(), agreed.back(), pictures, settings, clock.nowMicros());
    watch = Optional.of(watched);
    connection.succeed("PLAY", url, streams.sessionHeaders().with("Range", "npt=0.000-"));
    watched.answered(clock.nowMicros());
    return watched;
  }

  private RtspOutcome playing(PictureWatch watched, KeepAlive keepAlive)
      throws IOException, PlayEnded {
    while (!goodbye) {
      long now = clock.nowMicros();
      Optional<RtspOutcome> stalled = watched.stalled(now);
      if (stalled.isPresent()) {
        throw new PlayEnded(stalled.get());
      }
      if (now >= keepAlive.dueMicros()) {
        keepAlive.send(now);
      }
      watched.ask(now);
      await(Math.min(watched.dueMicros(), keepAlive.dueMicros()), keepAlive);
    }
    throw new PlayEnded(new RtspOutcome.ClosedByCamera());
  }

  /// Takes what comes until then. Media over UDP leave the connection for a look now and then.
  private void await(long deadlineMicros, KeepAlive keepAlive) throws IOException, PlayEnded {
    if (streams.udp().isEmpty()) {
      next(deadlineMicros, keepAlive);
      return;
    }
    streams.udp().get().await(Math.min(deadlineMicros, lookDueMicros));
    long now = clock.nowMicros();
    if (now >= lookDueMicros) {
      next(now + LOOK_MICROS, keepAlive);
      lookDueMicros = clock.nowMicros() + LOOK_EVERY_MICROS;
    }
  }

  /// Takes what comes next, or nothing when the deadline passes first.
  private void next(long deadlineMicros, KeepAlive keepAlive) throws IOException, PlayEnded {
    try {
      switch (connection.next(deadlineMicros)) {
        case RtspIncoming.Interleaved packet -> streams.take(packet);
        case RtspResponse response -> keepAlive.answered(response, clock.nowMicros());
        case RtspRequest request -> connection.decline(request);
        case RtspIncoming.End() -> goodbye = true;
        case RtspIncoming.Malformed(int offset, Sentence production) ->
            throw new PlayEnded(new RtspOutcome.Malformed(production, offset));
      }
    } catch (SocketTimeoutException e) {
      LOG.log(System.Logger.Level.TRACE, "a deadline passed");
    }
  }

  /// Before its sink, which may want to know what is to blame.
  private void seen(Frame frame) {
    if (!frame.track().isSound()) {
      soundTrust.played(soundAsked, frame.captureTimeMicros());
    }
    sink.accept(frame);
  }

  private void taken(StreamLane.Taken taken) {
    long now = clock.nowMicros();
    switch (taken) {
      case GOODBYE -> goodbye = true;
      case PICTURE_PACKET -> watch.ifPresent(watched -> watched.packet(now));
      case PICTURE -> watch.ifPresent(watched -> watched.picture(false, now));
      case KEY_PICTURE -> {
        pictureCame = true;
        watch.ifPresent(watched -> watched.picture(true, now));
      }
      case NOTHING -> {}
    }
  }

  private RtspOutcome inTheLightOfWhatCame(RtspOutcome outcome) {
    return outcome instanceof RtspOutcome.ClosedByCamera && picturesAsked && !pictureCame
        ? new RtspOutcome.ClosedBeforePictures()
        : outcome;
  }
}
