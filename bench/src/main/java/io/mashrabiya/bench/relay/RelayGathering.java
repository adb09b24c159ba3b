package io.mashrabiya.bench.relay;

import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.MediaMessage;
import io.vertx.core.http.WebSocketClient;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

/// At our relay: home and devices prove who they are, each on a control link, and viewers
/// acknowledge what they get on their media link.
final class RelayGathering implements Gathering {
  private final WebSocketClient client;
  private final int port;
  private final PaperHousehold household;
  private final List<DeviceKeys> devices;
  private final ScheduledExecutorService clock;
  private final Viewers viewers = new Viewers();
  private final Socket publisher;
  private int linked;

  /// @param most how many viewers may come, each a device of its own
  /// @param clock by which they acknowledge
  RelayGathering(
      WebSocketClient client,
      int port,
      PaperHousehold household,
      int most,
      ScheduledExecutorService clock)
      throws Exception {
    this.clock = clock;
    this.client = client;
    this.port = port;
    this.household = household;
    devices = Stream.generate(DeviceKeys::generate).limit(most).toList();
    publisher = linkHome();
  }

  private Socket linkHome() throws Exception {
    Socket control = Socket.connect(client, port, "/v1/home", (socket, bytes) -> {});
    control.say(household.homeHello((HomeHears.Ask) HomeHears.parse(control.hear())).text());
    var welcome = (HomeHears.Welcome) HomeHears.parse(control.hear());
    control.say(household.members(devices.stream()).text());
    control.say(new HomeSays.WantTicket().text());
    control.hear(); // it answers in order, so the list is in
    Socket media = Socket.connect(client, port, "/v1/home/media", (socket, acknowledged) -> {});
    media.say(new MediaMessage.Ticket(welcome.ticket()).bytes());
    return media;
  }

  @Override
  public void admit(int more) throws Exception {
    for (DeviceKeys device : devices.subList(linked, linked + more)) {
      link(device);
    }
    linked += more;
  }

  private void link(DeviceKeys device) throws Exception {
    Socket control = Socket.connect(client, port, "/v1/device", (socket, bytes) -> {});
    var ask = (DeviceHears.Ask) DeviceHears.parse(control.hear());
    control.say(household.deviceHello(device, ask).text());
    var welcome = (DeviceHears.Welcome) DeviceHears.parse(control.hear());
    Socket media =
        Socket.connect(client, port, "/v1/device/media", new Acknowledging(viewers, clock));
    media.say(new MediaMessage.Ticket(welcome.ticket()).bytes());
    media.say(household.subscription().bytes());
  }

  @Override
  public void publish(byte[] message) throws IOException, InterruptedException {
    publisher.say(message);
  }

  @Override
  public Viewers viewers() {
    return viewers;
  }
}
