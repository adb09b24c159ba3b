package io.mashrabiya.device.link;

import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Track;
import java.net.http.HttpClient;
import java.time.Duration;

/// A media link from the relay (formats, section 8). One thread receives, and thereby acknowledges;
/// any may subscribe.
public final class MediaLink implements AutoCloseable {
  private static final String PATH = "/v1/device/media";

  private final Socket socket;
  private long received;

  private MediaLink(Socket socket) {
    this.socket = socket;
  }

  /// What came: a frame, or something that is none.
  public sealed interface Arrived {
    record Frame(MediaMessage.Frame message) implements Arrived {}

    /// Not readable as a frame: to be counted and reported, nothing else is disturbed.
    record Unreadable() implements Arrived {}
  }

  public static MediaLink connect(HttpClient http, Origin origin, Ticket ticket) throws LinkFailed {
    Socket socket = Socket.connect(http, origin.webSocket(PATH), MediaMessage.MAX_BYTES);
    socket.send(new MediaMessage.Ticket(ticket).bytes());
    return new MediaLink(socket);
  }

  public void subscribe(CameraId camera, Kid kid, long first) throws LinkFailed {
    socket.send(new MediaMessage.Subscribe(camera, kid, first).bytes());
  }

  public void unsubscribe(CameraId camera, Track track) throws LinkFailed {
    socket.send(new MediaMessage.Unsubscribe(camera, track).bytes());
  }

  /// The next message, which is acknowledged at once: whatever it is, it has crossed the line.
  public Arrived receive(Duration patience) throws LinkFailed, InterruptedException {
    byte[] message = socket.receive(patience);
    received++;
    socket.send(new MediaMessage.Acknowledgement(received).bytes());
    try {
      return MediaMessage.parse(message) instanceof MediaMessage.Frame frame
          ? new Arrived.Frame(frame)
          : new Arrived.Unreadable();
    } catch (Malformed e) {
      return new Arrived.Unreadable();
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
