package io.mashrabiya.bench.relay;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A WebSocket to a server on this machine, in blocking style but for the bytes that come: those go
/// to whoever wants them, on the event loop.
final class Socket {
  private static final long GUARD_SECONDS = 60;

  /// Hears the bytes that come, and may answer.
  @FunctionalInterface
  interface Hearer {
    void heard(Socket socket, byte[] message);
  }

  private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
  private final ClientWebSocket socket;

  private Socket(ClientWebSocket socket) {
    this.socket = socket;
  }

  /// Connects, by the server's name as its origin has it.
  static Socket connect(WebSocketClient client, int port, String path, Hearer bytes)
      throws IOException, InterruptedException {
    ClientWebSocket socket = client.webSocket();
    var made = new Socket(socket);
    socket.textMessageHandler(made.texts::add);
    socket.binaryMessageHandler(message -> bytes.heard(made, message.getBytes()));
    var to = new WebSocketConnectOptions().setHost("localhost").setPort(port).setURI(path);
    to.setAllowOriginHeader(false); // homes and devices are no browsers
    to.setServer(SocketAddress.inetSocketAddress(port, "127.0.0.1"));
    await(socket.connect(to));
    return made;
  }

  void say(String message) throws IOException, InterruptedException {
    await(socket.writeTextMessage(message));
  }

  void say(byte[] message) throws IOException, InterruptedException {
    await(socket.writeBinaryMessage(Buffer.buffer(message)));
  }

  /// Says it without waiting until it is on its way.
  void tell(byte[] message) {
    socket.writeBinaryMessage(Buffer.buffer(message));
  }

  /// The next text that came.
  String hear() throws IOException, InterruptedException {
    String text = texts.poll(GUARD_SECONDS, TimeUnit.SECONDS);
    if (text == null) {
      throw new IOException("the server says nothing");
    }
    return text;
  }

  static <T> T await(Future<T> future) throws IOException, InterruptedException {
    try {
      return future.toCompletionStage().toCompletableFuture().get(GUARD_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("no WebSocket", e);
    }
  }
}
