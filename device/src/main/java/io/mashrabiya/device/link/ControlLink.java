package io.mashrabiya.device.link;

import io.mashrabiya.wire.check.Check;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.Origin;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A control link to the relay (formats, section 8), after the relay's challenge was answered. One
/// thread receives; any may send.
public final class ControlLink implements AutoCloseable {
  private static final String PATH = "/v1/device";
  private static final int MAX_CHARACTERS = 512 * 1024;
  private static final Duration GREETING = Duration.ofSeconds(15);

  private final Socket socket;

  private ControlLink(Socket socket) {
    this.socket = socket;
  }

  /// How this end proves who it is. Refuse by throwing, never by signing for a relay that one did
  /// not ask for.
  @FunctionalInterface
  public interface Greeting {
    DeviceSays answer(DeviceHears.Ask challenge) throws LinkFailed;
  }

  /// Connects, answers the challenge, and waits for the relay's welcome.
  ///
  /// @throws LinkFailed when the relay cannot be reached, says bye, or names another origin than
  ///   the one that was asked for
  public static Greeted connect(HttpClient http, Origin origin, Greeting greeting)
      throws LinkFailed, InterruptedException {
    ControlLink link =
        new ControlLink(Socket.connect(http, origin.webSocket(PATH), MAX_CHARACTERS));
    try {
      if (!(link.receive(GREETING) instanceof DeviceHears.Ask ask) || !isOf(origin, ask)) {
        throw new LinkFailed("the relay is not the one that was asked for");
      }
      link.send(greeting.answer(ask));
      return new Greeted(link, link.receive(GREETING));
    } catch (LinkFailed | InterruptedException | RuntimeException e) {
      link.close();
      throw e;
    }
  }

  /// Whether it is the relay of that origin that asks: a proof for another one could be shown there
  /// by whoever passes its challenge on.
  @Check
  public static boolean isOf(Origin origin, DeviceHears.Ask ask) {
    return ask.origin().equals(origin);
  }

  /// A link with the first thing that the relay said after the proof.
  public record Greeted(ControlLink link, DeviceHears welcome) {}

  public void send(DeviceSays message) throws LinkFailed {
    socket.send(message.text());
  }

  /// The next message.
  ///
  /// @throws LinkFailed when the link ended, with the relay's reason when it said bye; when the
  ///   time ran out; or when what came is no message
  public DeviceHears receive(Duration patience) throws LinkFailed, InterruptedException {
    byte[] text = socket.receive(patience);
    try {
      DeviceHears message = DeviceHears.parse(new String(text, StandardCharsets.UTF_8));
      if (message instanceof DeviceHears.Bye bye) {
        throw new LinkFailed(bye.reason());
      }
      if (message instanceof DeviceHears.BackSoon soon) {
        throw new LinkFailed(Duration.ofMillis(soon.millis()));
      }
      return message;
    } catch (Malformed e) {
      throw new LinkFailed("the relay sent no message of ours", e);
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
