package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.words.Sentence.quoted;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.rtp.RtpReceiver;
import io.mashrabiya.media.rtp.RtpStream;
import io.mashrabiya.media.rtsp.Carriage;
import io.mashrabiya.media.rtsp.message.RtspHeaders;
import io.mashrabiya.media.rtsp.message.RtspIncoming;
import io.mashrabiya.media.rtsp.message.RtspResponse;
import io.mashrabiya.media.rtsp.message.SessionHeader;
import io.mashrabiya.media.rtsp.message.TransportHeader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Sets up the streams of a session, on its connection or over UDP, and takes their packets. Owned
/// by the thread that plays the camera.
final class StreamSetup implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Carriage carriage;
  private final InetAddress camera;
  private final CaptureClock clock;
  private final Function<RtpStream, RtpReceiver> receivers;
  private final Consumer<StreamLane.Taken> taken;
  private final Lanes lanes = new Lanes();
  private final int source = RANDOM.nextInt(); // what this side is called in RTCP
  private Optional<UdpMedia> udp = Optional.empty();
  private RtspHeaders sessionHeaders = RtspHeaders.NONE;

  /// A stream that the camera agreed to send.
  ///
  /// @param back the way for RTCP to its sender
  record Agreed(StreamLane lane, StreamLane.Back back, SessionHeader session) {}

  /// @param receivers makes the way of a stream to its sink
  /// @param taken is told what became of each packet
  StreamSetup(
      Carriage carriage,
      InetAddress camera,
      CaptureClock clock,
      Function<RtpStream, RtpReceiver> receivers,
      Consumer<StreamLane.Taken> taken) {
    this.carriage = carriage;
    this.camera = camera;
    this.clock = clock;
    this.receivers = receivers;
    this.taken = taken;
  }

  /// What names the session in requests; nothing before the first stream is agreed.
  RtspHeaders sessionHeaders() {
    return sessionHeaders;
  }

  /// The ports of the media, where they come over UDP.
  Optional<UdpMedia> udp() {
    return udp;
  }

  /// Takes a packet that came on the connection.
  void take(RtspIncoming.Interleaved packet) {
    taken.accept(lanes.take(packet));
  }

  /// Asks for pictures. A camera that refuses media on its connection is asked for them over UDP.
  ///
  /// @param base what the control URL is relative to
  Agreed pictures(RtspConnection connection, String base, OfferedStream offered)
      throws IOException, PlayEnded {
    if (carriage == Carriage.UDP) {
      udp = Optional.of(ports());
    }
    try {
      return more(connection, base, offered);
    } catch (PlayEnded e) {
      boolean refused =
          e.outcome() instanceof RtspOutcome.Refused refusal && refusal.ofItsTransport();
      if (!refused || carriage != Carriage.ANY) {
        throw e;
      }
      udp = Optional.of(ports());
      return more(connection, base, offered);
    }
  }

  /// Asks for one more stream, carried as the pictures are.
  Agreed more(RtspConnection connection, String base, OfferedStream offered)
      throws IOException, PlayEnded {
    StreamLane lane = new StreamLane(receivers.apply(offered.stream()));
    String url = ControlUrl.resolve(base, offered.control());
    return udp.isPresent()
        ? overUdp(connection, url, lane, udp.get())
        : interleaved(connection, url, lane);
  }

  private Agreed interleaved(RtspConnection connection, String url, StreamLane lane)
      throws IOException, PlayEnded {
    TransportHeader.Channels asked = lanes.next();
    RtspResponse response = ask(connection, url, TransportHeader.tcp(asked));
    // leniency: a camera that does not repeat the channels uses those that it was asked for
    TransportHeader.Channels channels =
        transports(response)
            .flatMap(alternative -> alternative.interleaved().stream())
            .findFirst()
            .orElse(asked);
    lanes.add(channels, lane);
    StreamLane.Back back =
        compound -> {
          connection.send(channels.control(), compound.apply(source));
          return true;
        };
    return new Agreed(lane, back, session(response));
  }

  private Agreed overUdp(RtspConnection connection, String url, StreamLane lane, UdpMedia ports)
      throws IOException, PlayEnded {
    UdpMedia.Stream stream = opened(ports, lane);
    RtspResponse response = ask(connection, url, TransportHeader.udp(stream.port()));
    // leniency: where a camera does not say from where it sends, it is not written to
    transports(response)
        .flatMapToInt(alternative -> alternative.serverPort().stream())
        .findFirst()
        .ifPresent(stream::from);
    return new Agreed(lane, stream::send, session(response));
  }

  private UdpMedia ports() throws PlayEnded {
    try {
      return new UdpMedia(camera, source, clock);
    } catch (IOException e) {
      throw new PlayEnded(RtspOutcome.NoPorts.because(e));
    }
  }

  private UdpMedia.Stream opened(UdpMedia ports, StreamLane lane) throws PlayEnded {
    try {
      return ports.open(sink(lane));
    } catch (IOException e) {
      throw new PlayEnded(RtspOutcome.NoPorts.because(e));
    }
  }

  private UdpMedia.Sink sink(StreamLane lane) {
    return new UdpMedia.Sink() {
      @Override
      public void media(ByteBuffer packet) {
        taken.accept(lane.media(packet));
      }

      @Override
      public void control(ByteBuffer packet) {
        taken.accept(lane.control(packet));
      }
    };
  }

  private RtspResponse ask(RtspConnection connection, String url, String transport)
      throws IOException, PlayEnded {
    RtspHeaders headers = sessionHeaders.with("Transport", transport);
    return connection.succeed("SETUP", url, headers);
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
            .orElseThrow(() -> new PlayEnded(new RtspOutcome.Malformed(quoted("Session"), 0)));
    sessionHeaders = RtspHeaders.NONE.with("Session", session.id());
    return session;
  }

  @Override
  public void close() {
    udp.ifPresent(UdpMedia::close);
  }
}
