package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.rtp.RtpReceiver;
import io.mashrabiya.media.rtp.RtpStream;
import io.mashrabiya.media.rtsp.Carriage;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.rtsp.message.RtspHeaders;
import io.mashrabiya.media.rtsp.message.RtspIncoming;
import io.mashrabiya.media.rtsp.message.RtspRequest;
import io.mashrabiya.media.rtsp.message.RtspResponse;
import io.mashrabiya.media.rtsp.message.SessionHeader;
import io.mashrabiya.media.rtsp.message.TransportHeader;
import io.mashrabiya.media.sdp.SessionDescription;
import io.mashrabiya.media.socket.Printable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// A session with a camera from `OPTIONS` to its end, in reading order. Owned by the thread that
/// plays the camera.
final class RtspConversation implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RtspConversation.class.getName());
  private static final long LOOK_EVERY_MICROS = 100_000;
  private static final long LOOK_MICROS = 1_000;

  private final RtspConnection connection;
  private final CaptureClock clock;
  private final RtspSettings settings;
  private final Function<RtpStream, RtpReceiver> receivers;
  private final Carriage carriage;
  private final InetAddress camera;

  private String url;
  private String base = "";
  private RtspHeaders sessionHeaders = RtspHeaders.NONE;
  private final Lanes lanes = new Lanes();
  private Optional<UdpMedia> udp = Optional.empty();
  private long lookDueMicros;
  private long lastPacketMicros;
  private long lastFrameMicros;
  private boolean goodbye;

  /// @param connections makes the connection, given what takes the packets of media on it
  /// @param receivers makes the way of a stream to its sink
  RtspConversation(
      RtspAddress address,
      CameraLine.Ends ends,
      CaptureClock clock,
      RtspSettings settings,
      ConnectionMaker connections,
      Function<RtpStream, RtpReceiver> receivers) {
    this.carriage = address.carriage();
    this.camera = ends.peer();
    this.url = address.url();
    this.clock = clock;
    this.settings = settings;
    this.receivers = receivers;
    this.connection = connections.make(packet -> taken(lanes.take(packet)));
  }

  /// Makes a connection for a conversation.
  interface ConnectionMaker {
    RtspConnection make(Consumer<RtspIncoming.Interleaved> packets);
  }

  /// Holds the session until something ends it.
  RtspOutcome hold() throws IOException {
    try {
      Optional<String> publicMethods = options();
      Offers offers = describe();
      SessionHeader session = setUpPictures(offers.picture());
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
  @Override
  public void close() {
    udp.ifPresent(UdpMedia::close);
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
        .filter(ControlUrl::isAbsolute)
        .map(base -> ControlUrl.resolve(base, Optional.of(base)));
  }

  /// A camera that refuses media on its connection is asked for them over UDP.
  private SessionHeader setUpPictures(OfferedStream offered) throws IOException, PlayEnded {
    if (carriage == Carriage.UDP) {
      udp = Optional.of(new UdpMedia(camera, clock));
    }
    try {
      return setUp(offered);
    } catch (PlayEnded e) {
      boolean refused =
          e.outcome() instanceof RtspOutcome.Refused refusal && refusal.ofItsTransport();
      if (!refused || carriage != Carriage.ANY) {
        throw e;
      }
      udp = Optional.of(new UdpMedia(camera, clock));
      return setUp(offered);
    }
  }

  private SessionHeader setUp(OfferedStream offered) throws IOException, PlayEnded {
    StreamLane lane = new StreamLane(receivers.apply(offered.stream()));
    String streamUrl = ControlUrl.resolve(base, offered.control());
    return udp.isPresent() ? setUp(streamUrl, lane, udp.get()) : setUp(streamUrl, lane);
  }

  private SessionHeader setUp(String streamUrl, StreamLane lane) throws IOException, PlayEnded {
    TransportHeader.Channels asked = lanes.next();
    RtspResponse response = askToSetUp(streamUrl, TransportHeader.tcp(asked));
    // leniency: a camera that does not repeat the channels uses those that it was asked for
    TransportHeader.Channels channels =
        transports(response)
            .flatMap(alternative -> alternative.interleaved().stream())
            .findFirst()
            .orElse(asked);
    lanes.add(channels, lane);
    return session(response);
  }

  private SessionHeader setUp(String streamUrl, StreamLane lane, UdpMedia ports)
      throws IOException, PlayEnded {
    UdpMedia.Stream stream = ports.open(sink(lane));
    RtspResponse response = askToSetUp(streamUrl, TransportHeader.udp(stream.port()));
    // leniency: where a camera does not say from where it sends, it is not written to
    transports(response)
        .flatMapToInt(alternative -> alternative.serverPort().stream())
        .findFirst()
        .ifPresent(stream::from);
    return session(response);
  }

  private UdpMedia.Sink sink(StreamLane lane) {
    return new UdpMedia.Sink() {
      @Override
      public void media(ByteBuffer packet) {
        taken(lane.media(packet));
      }

      @Override
      public void control(ByteBuffer packet) {
        taken(lane.control(packet));
      }
    };
  }

  private RtspResponse askToSetUp(String streamUrl, String transport)
      throws IOException, PlayEnded {
    RtspHeaders headers = sessionHeaders.with("Transport", transport);
    return succeed("SETUP", connection.ask("SETUP", streamUrl, headers));
  }

  private static Stream<TransportHeader> transports(RtspResponse response) {
    return response.headers().first("Transport").stream()
        .flatMap(header -> TransportHeader.read(header).stream());
  }

  private SessionHeader session(RtspResponse response) throws PlayEnded {
    SessionHeader session =
        response
            .headers()
            .first("Session")
            .flatMap(SessionHeader::read)
            .orElseThrow(() -> new PlayEnded(new RtspOutcome.Malformed("Session", 0)));
    sessionHeaders = RtspHeaders.NONE.with("Session", session.id());
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
      await(Math.min(stalled, keepAlive.dueMicros()), keepAlive);
    }
    return new RtspOutcome.ClosedByCamera();
  }

  /// Takes what comes until then. Media over UDP leave the connection for a look now and then.
  private void await(long deadlineMicros, KeepAlive keepAlive) throws IOException, PlayEnded {
    if (udp.isEmpty()) {
      next(deadlineMicros, keepAlive);
      return;
    }
    udp.get().await(Math.min(deadlineMicros, lookDueMicros));
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
        case RtspIncoming.Interleaved packet -> taken(lanes.take(packet));
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

  private void taken(StreamLane.Taken taken) {
    switch (taken) {
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
