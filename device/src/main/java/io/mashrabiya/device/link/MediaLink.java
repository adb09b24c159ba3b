package io.mashrabiya.device.link;

import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.link.Origin;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/// A media link from the relay (formats, section 8). One thread receives, and thereby acknowledges;
/// any may send.
public final class MediaLink implements AutoCloseable {
  private static final String PATH = "/v1/device/media";

  private final Socket socket;
  private long received;

  private MediaLink(Socket socket) {
    this.socket = socket;
  }

  /// What came: a frame, one whose envelope is none, or a word on the line.
  public sealed interface Arrived {
    record Frame(MediaMessage.Frame message) implements Arrived {}

    /// Said to be a frame of this camera, and not readable: to be refused and reported, nothing
    /// else is disturbed.
    record Unreadable(CameraId camera) implements Arrived {}

    /// The relay says what the line carries; 0 when it has shown no limit.
    record Carries(long bitsPerSecond) implements Arrived {}

    /// Reads a message.
    ///
    /// @throws LinkFailed when it is not even said to be one of them, which no relay of ours sends
    static Arrived of(byte[] message) throws LinkFailed {
      try {
        switch (MediaMessage.parse(message)) {
          case MediaMessage.Frame frame -> {
            return new Frame(frame);
          }
          case MediaMessage.Carries(long bitsPerSecond) -> {
            return new Carries(bitsPerSecond);
          }
          case MediaMessage.Ticket _,
              MediaMessage.Acknowledgement _,
              MediaMessage.Subscribe _,
              MediaMessage.Unsubscribe _ -> {}
        }
      } catch (Malformed e) {
        Optional<CameraId> camera = MediaMessage.Frame.addressee(message);
        if (camera.isPresent()) {
          return new Unreadable(camera.get());
        }
      }
      throw new LinkFailed("the relay sent no message of ours");
    }
  }

  public static MediaLink connect(HttpClient http, Origin origin, Ticket ticket) throws LinkFailed {
    Socket socket = Socket.connect(http, origin.webSocket(PATH), MediaMessage.MAX_BYTES);
    socket.send(new MediaMessage.Ticket(ticket).bytes());
    return new MediaLink(socket);
  }

  public void send(MediaMessage message) throws LinkFailed {
    socket.send(message.bytes());
  }

  /// The next message. What is or should be a frame is acknowledged at once: it has crossed the
  /// line.
  public Arrived receive(Duration patience) throws LinkFailed, InterruptedException {
    byte[] message = socket.receive(patience);
    Arrived arrived = Arrived.of(message);
    if (!(arrived instanceof Arrived.Carries)) {
      received++;
      socket.send(new MediaMessage.Acknowledgement(received).bytes());
    }
    return arrived;
  }

  @Override
  public void close() {
    socket.close();
  }
}
