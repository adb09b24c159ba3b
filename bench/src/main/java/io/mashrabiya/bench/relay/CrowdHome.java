package io.mashrabiya.bench.relay;

import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Kind;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import java.util.List;
import java.util.Random;

/// A home of a crowd: it says who its devices are, and sends a picture whenever its media link
/// opens.
final class CrowdHome extends CrowdMember {
  private final PaperHousehold household;
  private final List<DeviceKeys> devices;
  private boolean isServed;

  CrowdHome(
      Vertx vertx,
      CrowdSockets sockets,
      Random random,
      PaperHousehold household,
      List<DeviceKeys> devices) {
    super(vertx, sockets, random);
    this.household = household;
    this.devices = devices;
  }

  @Override
  boolean isServed() {
    return isServed;
  }

  @Override
  void drop(long afterMillis) {
    isServed = false;
    super.drop(afterMillis);
  }

  @Override
  String path() {
    return "/v1/home";
  }

  @Override
  void heard(WebSocket control, String text) {
    try {
      switch (HomeHears.parse(text)) {
        case HomeHears.Ask ask -> control.writeTextMessage(household.homeHello(ask).text());
        case HomeHears.Welcome welcome -> {
          succeeded();
          control.writeTextMessage(household.members(devices.stream()).text());
          openMedia(new MediaMessage.Ticket(welcome.ticket()).bytes());
        }
        default -> control.close();
      }
    } catch (Malformed e) {
      control.close();
    }
  }

  @Override
  void mediaIsOpen(WebSocket media) {
    media.writeBinaryMessage(Buffer.buffer(household.next(Kind.KEY).bytes()));
  }

  @Override
  void came(WebSocket media, byte[] message) {
    isServed = true; // the relay acknowledged the picture
  }
}
