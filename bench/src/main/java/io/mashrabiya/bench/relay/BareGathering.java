package io.mashrabiya.bench.relay;

import io.mashrabiya.wire.link.MediaMessage;
import io.vertx.core.http.WebSocketClient;
import java.io.IOException;

/// At a [BareServer], where one only connects; viewers may acknowledge what they get, as those of
/// the relay do, and the server throws that away.
final class BareGathering implements Gathering {
  private static final byte[] ACKNOWLEDGEMENT = new MediaMessage.Acknowledgement(1).bytes();

  private final WebSocketClient client;
  private final int port;
  private final boolean acknowledges;
  private final Socket publisher;
  private final Viewers viewers = new Viewers();

  BareGathering(WebSocketClient client, int port, boolean acknowledges)
      throws IOException, InterruptedException {
    this.client = client;
    this.port = port;
    this.acknowledges = acknowledges;
    publisher = Socket.connect(client, port, BareServer.FROM, (socket, bytes) -> {});
  }

  @Override
  public void admit(int more) throws IOException, InterruptedException {
    for (int i = 0; i < more; i++) {
      Socket.connect(client, port, BareServer.TO, this::got);
    }
  }

  private void got(Socket viewer, byte[] message) {
    viewers.got(message);
    if (acknowledges) {
      viewer.tell(ACKNOWLEDGEMENT);
    }
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
