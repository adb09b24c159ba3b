package io.mashrabiya.home.link;

import io.mashrabiya.home.Eventually;
import io.mashrabiya.wire.link.Origin;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A relay whose every word the test says: it takes WebSockets (RFC 6455) on a real port, and knows
/// nothing of what goes over them.
final class ScriptedRelay implements AutoCloseable {
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket listener;
  private final Map<String, BlockingQueue<ScriptedLink>> came = new ConcurrentHashMap<>();

  ScriptedRelay() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("scripted-relay").start(this::acceptAll);
  }

  Origin origin() {
    return new Origin("http://127.0.0.1:" + listener.getLocalPort());
  }

  /// Waits for the home's next control link.
  ScriptedLink control() throws InterruptedException {
    return next("/v1/home");
  }

  /// Waits for the home's next media link.
  ScriptedLink media() throws InterruptedException {
    return next("/v1/home/media");
  }

  private ScriptedLink next(String path) throws InterruptedException {
    ScriptedLink link = at(path).poll(Eventually.GUARD.toSeconds(), TimeUnit.SECONDS);
    if (link == null) {
      throw new AssertionError("nobody came to " + path);
    }
    return link;
  }

  /// Whether no media link came that the test has not taken.
  boolean isWithoutMedia() {
    return at("/v1/home/media").isEmpty();
  }

  private BlockingQueue<ScriptedLink> at(String path) {
    return came.computeIfAbsent(path, same -> new LinkedBlockingQueue<>());
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket socket = listener.accept();
        Thread.ofVirtual().start(() -> greet(socket));
      }
    } catch (IOException e) {
      came.clear(); // closed
    }
  }

  private void greet(Socket socket) {
    try {
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      String path = line(in).split(" ", 3)[1];
      String key = "";
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        if (header.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
          key = header.substring(18).strip();
        }
      }
      String answer =
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: "
              + accept(key)
              + "\r\n\r\n";
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      at(path).add(new ScriptedLink(socket, in));
    } catch (IOException e) {
      ScriptedLink.closeQuietly(socket);
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("gone while greeting");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private static String accept(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
