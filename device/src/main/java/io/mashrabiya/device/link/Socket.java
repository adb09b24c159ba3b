package io.mashrabiya.device.link;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// A WebSocket (RFC 6455) in blocking style: whole messages, of text or bytes.
///
/// One thread receives; any may send. A message is asked of the peer only when the last one was
/// taken, so that a peer who floods fills its own buffers.
final class Socket implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SEND = Duration.ofSeconds(10);

  /// Whole messages; an empty one is the end. Never more than two, because each is asked for.
  private final BlockingQueue<Optional<byte[]>> arrived = new LinkedBlockingQueue<>();

  private final ReentrantLock sending = new ReentrantLock();
  private final int maxBytes;
  private final WebSocket socket;
  private volatile boolean ended;

  private Socket(HttpClient http, URI address, int maxBytes) throws LinkFailed {
    this.maxBytes = maxBytes;
    try {
      this.socket =
          http.newWebSocketBuilder()
              .connectTimeout(CONNECT)
              .buildAsync(address, new Assembler())
              .join();
    } catch (CompletionException e) {
      throw new LinkFailed("no WebSocket at " + address.getPath(), e);
    }
  }

  /// Connects, and waits for it.
  ///
  /// @param maxBytes the longest message to take; a longer one ends the link
  static Socket connect(HttpClient http, URI address, int maxBytes) throws LinkFailed {
    return new Socket(http, address, maxBytes);
  }

  void send(String text) throws LinkFailed {
    send(socket -> socket.sendText(text, true));
  }

  void send(byte[] bytes) throws LinkFailed {
    send(socket -> socket.sendBinary(ByteBuffer.wrap(bytes), true));
  }

  /// The next whole message; a text one as its UTF-8 bytes.
  ///
  /// @throws LinkFailed when the link ended or the time ran out
  byte[] receive(Duration patience) throws LinkFailed, InterruptedException {
    Optional<byte[]> message = arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (message == null) {
      throw new LinkFailed("the relay was silent for " + patience.toSeconds() + " s");
    }
    if (message.isEmpty()) {
      arrived.add(message);
      throw new LinkFailed("the link ended");
    }
    socket.request(1);
    return message.get();
  }

  @Override
  public void close() {
    if (!ended) {
      ended = true;
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(e -> socket);
    }
    socket.abort();
    arrived.add(Optional.empty());
  }

  private interface Sending {
    CompletableFuture<WebSocket> to(WebSocket socket);
  }

  /// One at a time: the JDK's WebSocket refuses to begin a message while another is under way.
  private void send(Sending message) throws LinkFailed {
    sending.lock();
    try {
      message.to(socket).orTimeout(SEND.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      throw new LinkFailed("the link ended", e);
    } finally {
      sending.unlock();
    }
  }

  /// Puts the parts of messages together; called by one thread at a time.
  private final class Assembler implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (text.length() > maxBytes) {
        return tooLong(from);
      }
      if (last) {
        arrived.add(Optional.of(text.toString().getBytes(StandardCharsets.UTF_8)));
        text.setLength(0);
      } else {
        from.request(1);
      }
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
      byte[] some = new byte[part.remaining()];
      part.get(some);
      bytes.writeBytes(some);
      if (bytes.size() > maxBytes) {
        return tooLong(from);
      }
      if (last) {
        arrived.add(Optional.of(bytes.toByteArray()));
        bytes.reset();
      } else {
        from.request(1);
      }
      return CompletableFuture.completedStage(null);
    }

    private CompletionStage<?> tooLong(WebSocket from) {
      from.abort();
      arrived.add(Optional.empty());
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      ended = true;
      arrived.add(Optional.empty());
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      ended = true;
      arrived.add(Optional.empty());
    }
  }
}
