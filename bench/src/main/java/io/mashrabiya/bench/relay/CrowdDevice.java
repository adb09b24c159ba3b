package io.mashrabiya.bench.relay;

import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.MediaMessage;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import java.util.Random;

/// A viewer of a crowd: it is served when it has a picture of its own household.
final class CrowdDevice extends CrowdMember {
  private final PaperHousehold household;
  private final DeviceKeys keys;
  private long servedNanos;
  private long frames;
  private long acknowledged;
  private long foreign;

  CrowdDevice(
      Vertx vertx, CrowdSockets sockets, Random random, PaperHousehold household, DeviceKeys keys) {
    super(vertx, sockets, random);
    this.household = household;
    this.keys = keys;
  }

  @Override
  boolean isServed() {
    return servedNanos != 0;
  }

  /// When it got the first picture since it was dropped; 0 while it has none.
  long servedNanos() {
    return servedNanos;
  }

  long frames() {
    return frames;
  }

  /// How many of them were another household's.
  long foreign() {
    return foreign;
  }

  @Override
  void drop(long afterMillis) {
    servedNanos = 0;
    super.drop(afterMillis);
  }

  @Override
  String path() {
    return "/v1/device";
  }

  @Override
  void heard(WebSocket control, String text) {
    try {
      switch (DeviceHears.parse(text)) {
        case DeviceHears.Ask ask ->
            control.writeTextMessage(household.deviceHello(keys, ask).text());
        case DeviceHears.Welcome welcome -> {
          succeeded();
          openMedia(new MediaMessage.Ticket(welcome.ticket()).bytes());
        }
        case DeviceHears.Online online -> {}
        default -> control.close();
      }
    } catch (Malformed e) {
      control.close();
    }
  }

  @Override
  void mediaIsOpen(WebSocket media) {
    acknowledged = 0;
    media.writeBinaryMessage(Buffer.buffer(household.subscription().bytes()));
  }

  @Override
  void came(WebSocket media, byte[] message) {
    if (MediaMessage.Carries.isOne(message)) {
      return;
    }
    try {
      if (MediaMessage.parse(message) instanceof MediaMessage.Frame frame) {
        frames++;
        if (!household.owns(frame)) {
          foreign++;
        } else if (servedNanos == 0) {
          servedNanos = System.nanoTime();
        }
      }
    } catch (Malformed e) {
      foreign++;
    }
    acknowledged++;
    media.writeBinaryMessage(Buffer.buffer(new MediaMessage.Acknowledgement(acknowledged).bytes()));
  }
}
