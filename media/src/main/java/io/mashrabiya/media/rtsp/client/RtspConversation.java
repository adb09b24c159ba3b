package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.rtp.RtpReceiver;
import io.mashrabiya.media.rtp.RtpStream;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.rtsp.message.RtspHeaders;
import io.mashrabiya.media.rtsp.message.RtspIncoming;
import io.mashrabiya.media.rtsp.message.RtspRequest;
import io.mashrabiya.media.rtsp.message.RtspResponse;
import io.mashrabiya.media.rtsp.message.SessionHeader;
import io.mashrabiya.media.rtsp.message.TransportHeader;
import io.mashrabiya.media.sdp.SessionDescription;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// A session with a camera from `OPTIONS` to its end, in reading order. Owned by the thread that
/// plays the camera.
final class RtspConversation {
  private static final System.Logger LOG = System.getLogger(RtspConversation.class.getName());

  private final RtspConnection connection;
  private final CaptureClock clock;
  private final RtspSettings settings;
  private final Function<RtpStream, RtpReceiver> receivers;

  private String url;
  private String base = "";
  private RtspHeaders sessionHeaders = RtspHeaders.NONE;
  private final Lanes lanes = new Lanes();
  private long lastPacketMicros;
  private long lastFrameMicros;
  private boolean goodbye;

  /// @param connections makes the connection, given what takes the packets of media on it
  /// @param receivers makes the way of a stream to its sink
  RtspConversation(
      RtspAddress address,
      CaptureClock clock,
      RtspSettings settings,
      ConnectionMaker connections,
      Function<RtpStream, RtpReceiver> receivers)
      throws IOException {
    this.url = address.url();
    this.clock = clock;
    this.settings = settings;
    this.receivers = receivers;
    this.connection = connections.make(this::packet);
  }

  /// Makes a connection for a conversation.
  interface ConnectionMaker {
    RtspConnection make(Consumer<RtspIncoming.Interleaved> packets) throws IOException;
  }

  /// Holds the session until something ends it.
  RtspOutcome hold() throws IOException {
    try {
      Optional<String> publicMethods = options();
      Offers offers = describe();
      SessionHeader session = setUp(offers.picture());
      if (offers.sound().isPresent()) {
        setUpSound(offers.sound().get());
      }
      play();
      return playing(new KeepAlive(connection, url, session, publicMethods, clock.nowMicros()));
    } catch (PlayEnded e) {
      return e.outcome();
    }
  }

  /// Says goodbye where the connection still stands, without waiting for an answer.
  void tearDown() {
    if (sessionHeaders.first("Session").isEmpty()) {
      return;
    }
    try {
      connection.send("TEARDOWN", url, sessionHeaders);
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
    RtspResponse response = succeed("DESCRIBE", connection.ask("DESCRIBE", url, accept));
    SessionDescription description =
        switch (SessionDescription.read(response.body())) {
          case SessionDescription.Reading.Understood(SessionDescription read) -> read;
          case SessionDescription.Reading.Malformed(int line, String production) ->
              throw new PlayEnded(
                  new RtspOutcome.Malformed(production + " in line " + line + " of the SDP", 0));
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
        .filter(base -> base.regionMatches(true, 0, "rtsp://", 0, 7))
        .map(base -> ControlUrl.resolve(base, Optional.of(base)));
  }

  private SessionHeader setUp(OfferedStream offered) throws IOException, PlayEnded {
    TransportHeader.Channels asked = lanes.next();
    String streamUrl = ControlUrl.resolve(base, offered.control());
    RtspHeaders headers = sessionHeaders.with("Transport", TransportHeader.tcp(asked));
    RtspResponse response = succeed("SETUP", connection.ask("SETUP", streamUrl, headers));
    // leniency: a camera that does not repeat the channels uses those that it was asked for
    TransportHeader.Channels channels =
        response.headers().first("Transport").stream()
            .flatMap(header -> TransportHeader.read(header).stream())
            .flatMap(alternative -> alternative.interleaved().stream())
            .findFirst()
            .orElse(asked);
    SessionHeader session =
        response
            .headers()
            .first("Session")
            .flatMap(SessionHeader::read)
            .orElseThrow(() -> new PlayEnded(new RtspOutcome.Malformed("Session", 0)));
    sessionHeaders = RtspHeaders.NONE.with("Session", session.id());
    lanes.add(channels, receivers.apply(offered.stream()));
    return session;
  }

  /// Leniency: a camera that announces sound and refuses it is played without.
  private void setUpSound(OfferedStream sound) throws IOException, PlayEnded {
    try {
      setUp(sound);
    } catch (PlayEnded e) {
      if (!(e.outcome() instanceof RtspOutcome.Refused)
          && !(e.outcome() instanceof RtspOutcome.NotFound)) {
        throw e;
      }
      LOG.log(System.Logger.Level.DEBUG, "the camera refuses the sound that it announced");
    }
  }

  private void play() throws IOException, PlayEnded {
    succeed("PLAY", connection.ask("PLAY", url, sessionHeaders.with("Range", "npt=0.000-")));
    lastPacketMicros = clock.nowMicros();
    lastFrameMicros = lastPacketMicros;
  }

  private RtspOutcome playing(KeepAlive keepAlive) throws IOException, PlayEnded {
    long silence = RtspConnection.micros(settings.silence());
    long frame = RtspConnection.micros(settings.frame());
    while (!goodbye) {
      long now = clock.nowMicros();
      if (now - lastPacketMicros >= silence) {
        return new RtspOutcome.Silent("pictures");
      }
      if (now - lastFrameMicros >= frame) {
        return new RtspOutcome.Silent("whole pictures");
      }
      if (now >= keepAlive.dueMicros()) {
        keepAlive.send(now);
      }
      long stalled = Math.min(lastPacketMicros + silence, lastFrameMicros + frame);
      next(Math.min(stalled, keepAlive.dueMicros()), keepAlive);
    }
    return new RtspOutcome.ClosedByCamera();
  }

  /// Takes what comes next, or nothing when the deadline passes first.
  private void next(long deadlineMicros, KeepAlive keepAlive) throws IOException, PlayEnded {
    try {
      switch (connection.next(deadlineMicros)) {
        case RtspIncoming.Interleaved packet -> packet(packet);
        case RtspResponse response -> keepAlive.answered(response, clock.nowMicros());
        case RtspRequest request -> connection.decline(request);
        case RtspIncoming.End() -> goodbye = true;
        case RtspIncoming.Malformed(int offset, String production) ->
            throw new PlayEnded(new RtspOutcome.Malformed(production, offset));
      }
    } catch (SocketTimeoutException e) {
      LOG.log(System.Logger.Level.TRACE, "a deadline passed");
    }
  }

  private void packet(RtspIncoming.Interleaved packet) {
    switch (lanes.take(packet)) {
      case GOODBYE -> goodbye = true;
      case PICTURE_PACKET -> lastPacketMicros = clock.nowMicros();
      case PICTURE -> {
        lastPacketMicros = clock.nowMicros();
        lastFrameMicros = lastPacketMicros;
      }
      case NOTHING -> {}
    }
  }

  private static RtspResponse succeed(String method, RtspResponse response) throws PlayEnded {
    if (response.success()) {
      return response;
    }
    throw new PlayEnded(
        switch (response.status()) {
          case 404, 410 -> new RtspOutcome.NotFound();
          case 301, 302, 303, 305 -> new RtspOutcome.Redirected();
          default ->
              new RtspOutcome.Refused(method, response.status(), Printable.of(response.reason()));
        });
  }
}
