package io.mashrabiya.relay.peer;

import io.mashrabiya.wire.link.Origin;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A WebSocket of the JDK's client, with what came over it in a queue, in order.
public final class Socket implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final long GUARD_SECONDS = 20;

  /// What came: a message, or the end.
  public sealed interface Came {
    record Text(String text) implements Came {}

    record Bytes(byte[] bytes) implements Came {}

    record Pong(byte[] bytes) implements Came {}

    record Closed(int code, String reason) implements Came {}
  }

  private final BlockingQueue<Came> came = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final long messagesToRead;
  private WebSocket webSocket;

  private Socket(long messagesToRead) {
    this.messagesToRead = messagesToRead;
  }

  public static Socket open(Origin relay, String path, String... headers) throws Exception {
    return open(Long.MAX_VALUE, relay, path, headers);
  }

  /// One that never reads what it is sent.
  public static Socket deaf(Origin relay, String path) throws Exception {
    return open(0, relay, path);
  }

  /// One that reads so many messages and then never again, not even a ping.
  public static Socket deafAfter(long messages, Origin relay, String path) throws Exception {
    return open(messages, relay, path);
  }

  private static Socket open(long messagesToRead, Origin relay, String path, String... headers)
      throws Exception {
    var socket = new Socket(messagesToRead);
    var builder = CLIENT.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    socket.webSocket =
        builder.buildAsync(relay.webSocket(path), socket).get(GUARD_SECONDS, TimeUnit.SECONDS);
    return socket;
  }

  public void say(String message) throws Exception {
    webSocket.sendText(message, true).get(GUARD_SECONDS, TimeUnit.SECONDS);
  }

  public void say(String part, boolean isLast) throws Exception {
    webSocket.sendText(part, isLast).get(GUARD_SECONDS, TimeUnit.SECONDS);
  }

  public void say(byte[] message) throws Exception {
    webSocket.sendBinary(ByteBuffer.wrap(message), true).get(GUARD_SECONDS, TimeUnit.SECONDS);
  }

  public void say(byte[] part, boolean isLast) throws Exception {
    webSocket.sendBinary(ByteBuffer.wrap(part), isLast).get(GUARD_SECONDS, TimeUnit.SECONDS);
  }

  public void ping(byte[] message) throws Exception {
    webSocket.sendPing(ByteBuffer.wrap(message)).get(GUARD_SECONDS, TimeUnit.SECONDS);
  }

  /// What came next; fails when nothing comes.
  public Came next() throws InterruptedException {
    var next = came.poll(GUARD_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing came");
    }
    return next;
  }

  public String nextText() throws InterruptedException {
    return switch (next()) {
      case Came.Text(String message) -> message;
      case Came other -> throw new AssertionError("came instead of a text: " + other);
    };
  }

  public byte[] nextBytes() throws InterruptedException {
    return switch (next()) {
      case Came.Bytes(byte[] message) -> message;
      case Came other -> throw new AssertionError("came instead of bytes: " + other);
    };
  }

  /// Whether something has come that was not yet looked at.
  public boolean hasMore() {
    return !came.isEmpty();
  }

  /// Reads on until the other side closes.
  public Came.Closed untilClosed() throws InterruptedException {
    while (true) {
      if (next() instanceof Came.Closed closed) {
        return closed;
      }
    }
  }

  public void abort() {
    webSocket.abort();
  }

  @Override
  public void close() {
    webSocket.abort();
  }

  @Override
  public void onOpen(WebSocket opened) {
    if (messagesToRead > 0) {
      opened.request(messagesToRead);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      came.add(new Came.Text(text.toString()));
      text.setLength(0);
    }
    return null;
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    byte[] part = new byte[data.remaining()];
    data.get(part);
    bytes.writeBytes(part);
    if (last) {
      came.add(new Came.Bytes(bytes.toByteArray()));
      bytes.reset();
    }
    return null;
  }

  @Override
  public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
    byte[] pong = new byte[message.remaining()];
    message.get(pong);
    came.add(new Came.Pong(pong));
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    came.add(new Came.Closed(code, reason));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    came.add(new Came.Closed(1006, error.toString()));
  }
}
