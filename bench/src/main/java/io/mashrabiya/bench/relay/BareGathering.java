package io.mashrabiya.bench.relay;

import io.vertx.core.http.WebSocketClient;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/// At a [BareServer], where one only connects; viewers may acknowledge what they get, as those of
/// the relay do, and the server throws that away.
final class BareGathering implements Gathering {
  private final WebSocketClient client;
  private final int port;
  private final Optional<ScheduledExecutorService> clock;
  private final Socket publisher;
  private final Viewers viewers = new Viewers();

  /// @param clock by which viewers acknowledge; without one they do not
  BareGathering(WebSocketClient client, int port, Optional<ScheduledExecutorService> clock)
      throws IOException, InterruptedException {
    this.client = client;
    this.port = port;
    this.clock = clock;
    publisher = Socket.connect(client, port, BareServer.FROM, (socket, bytes) -> {});
  }

  @Override
  public void admit(int more) throws IOException, InterruptedException {
    for (int i = 0; i < more; i++) {
      Socket.connect(client, port, BareServer.TO, viewer());
    }
  }

  private Socket.Hearer viewer() {
    return clock
        .<Socket.Hearer>map(by -> new Acknowledging(viewers, by))
        .orElse((socket, message) -> viewers.got(message));
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
