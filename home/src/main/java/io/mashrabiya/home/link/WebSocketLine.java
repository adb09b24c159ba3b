package io.mashrabiya.home.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A WebSocket (RFC 6455) in blocking style, over the JDK's own.
///
/// One thread receives. Any thread may send; sends wait for each other. Memory is bounded: one
/// message is asked of the peer at a time, and one that is longer than agreed ends the line.
final class WebSocketLine implements AutoCloseable {
  private static final Duration SEND_DEADLINE = Duration.ofSeconds(10);
  private static final Duration GOODBYE_DEADLINE = Duration.ofMillis(200);

  private final WebSocket socket;
  private final Ear ear;

  /// What came.
  sealed interface Heard {
    record Text(String text) implements Heard {}

    record Bytes(byte[] bytes) implements Heard {}

    /// Only a sign of life.
    record Pong() implements Heard {}

    /// The line is down.
    record End(String why) implements Heard {}
  }

  private WebSocketLine(WebSocket socket, Ear ear) {
    this.socket = socket;
    this.ear = ear;
  }

  static WebSocketLine connect(HttpClient client, URI address, int mostBytes, Duration deadline)
      throws IOException, InterruptedException {
    Ear ear = new Ear(mostBytes);
    CompletableFuture<WebSocket> connecting =
        client.newWebSocketBuilder().connectTimeout(deadline).buildAsync(address, ear);
    return new WebSocketLine(await(connecting, deadline.multipliedBy(2)), ear);
  }

  /// The next that comes, or nothing within the time.
  Optional<Heard> receive(Duration wait) throws InterruptedException {
    Heard heard = ear.heard.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    if (heard != null && !(heard instanceof Heard.End)) {
      socket.request(1);
    }
    return Optional.ofNullable(heard);
  }

  synchronized void send(String text) throws IOException, InterruptedException {
    await(socket.sendText(text, true), SEND_DEADLINE);
  }

  synchronized void send(byte[] bytes) throws IOException, InterruptedException {
    await(socket.sendBinary(ByteBuffer.wrap(bytes), true), SEND_DEADLINE);
  }

  synchronized void ping() throws IOException, InterruptedException {
    await(socket.sendPing(ByteBuffer.allocate(0)), SEND_DEADLINE);
  }

  /// Says goodbye if that is quickly done, and wakes whoever receives.
  @Override
  public void close() {
    ear.heard.add(new Heard.End("closed here"));
    try {
      await(socket.sendClose(WebSocket.NORMAL_CLOSURE, ""), GOODBYE_DEADLINE);
    } catch (IOException e) {
      ear.heard.add(new Heard.End("broken"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      socket.abort();
    }
  }

  private static <T> T await(CompletableFuture<T> future, Duration deadline)
      throws IOException, InterruptedException {
    try {
      return future.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IOException("the relay is not reached", e.getCause());
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new IOException("the relay does not answer", e);
    }
  }

  /// Puts fragments together.
  private static final class Ear implements WebSocket.Listener {
    private final int mostBytes;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Ear(int mostBytes) {
      this.mostBytes = mostBytes;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (text.length() > mostBytes) {
        return tooLong(socket);
      }
      if (last) {
        heard.add(new Heard.Text(text.toString()));
        text.setLength(0);
      } else {
        socket.request(1);
      }
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      byte[] part = new byte[data.remaining()];
      data.get(part);
      bytes.writeBytes(part);
      if (bytes.size() > mostBytes) {
        return tooLong(socket);
      }
      if (last) {
        heard.add(new Heard.Bytes(bytes.toByteArray()));
        bytes.reset();
      } else {
        socket.request(1);
      }
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      heard.add(new Heard.Pong());
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      heard.add(new Heard.End("closed by the relay"));
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      heard.add(new Heard.End("broken"));
    }

    private CompletionStage<?> tooLong(WebSocket socket) {
      heard.add(new Heard.End("too long a message"));
      socket.abort();
      return CompletableFuture.completedStage(null);
    }
  }
}
