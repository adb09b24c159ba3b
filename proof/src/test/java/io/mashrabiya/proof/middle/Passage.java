package io.mashrabiya.proof.middle;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Message;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketBase;
import java.time.Duration;

/// One WebSocket through the middle: a home's or a device's on the one side, the relay's on the
/// other.
public final class Passage {
  private final Vertx vertx;
  private final Door door;
  private final WebSocketBase party;
  private final WebSocket relay;

  Passage(Vertx vertx, Door door, WebSocketBase party, WebSocket relay) {
    this.vertx = vertx;
    this.door = door;
    this.party = party;
    this.relay = relay;
  }

  public Door door() {
    return door;
  }

  /// Says something to the relay, as the home or the device.
  public void toRelay(Message message) {
    say(relay, message);
  }

  /// Says something to the home or the device, as the relay.
  public void fromRelay(Message message) {
    say(party, message);
  }

  /// Does it later.
  public void after(Duration delay, Runnable deed) {
    vertx.setTimer(delay.toMillis(), timer -> deed.run());
  }

  /// Whether both sides are there.
  public boolean isOpen() {
    return !party.isClosed() && !relay.isClosed();
  }

  /// Closes both sides.
  public void end() {
    if (!party.isClosed()) {
      party.close();
    }
    if (!relay.isClosed()) {
      relay.close();
    }
  }

  private static void say(WebSocketBase socket, Message message) {
    if (socket.isClosed()) {
      return;
    }
    switch (message) {
      case Message.Text(String text) -> socket.writeTextMessage(text);
      case Message.Bytes(byte[] bytes) -> socket.writeBinaryMessage(Buffer.buffer(bytes));
    }
  }
}
