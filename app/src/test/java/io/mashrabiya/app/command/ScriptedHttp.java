package io.mashrabiya.app.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mashrabiya.media.address.Credentials;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;

/// A camera that gives JPEG pictures of 320x240 over HTTP, each another one: a stream at `/stream`,
/// one at a time at `/snap`, always the same at `/same`, cut short at `/cut`, and a page at
/// `/page`.
final class ScriptedHttp implements AutoCloseable {
  private static final long PACE_NANOS = 40_000_000;
  private static final int CUT_BYTES = 200;
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger pictures = new AtomicInteger();
  private final List<String> shown = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  /// @param known who may look; empty lets everybody in
  ScriptedHttp(Optional<Credentials> known) throws IOException {
    serve("/stream", known, this::stream);
    serve("/snap", known, exchange -> picture(exchange, next()));
    byte[] same = next();
    serve("/same", known, exchange -> picture(exchange, same));
    serve("/cut", known, exchange -> picture(exchange, Arrays.copyOf(next(), CUT_BYTES)));
    serve("/page", known, ScriptedHttp::page);
    server.setExecutor(threads);
    server.start();
  }

  /// Answers one question that may be answered.
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private void serve(String path, Optional<Credentials> known, Answer answer) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            if (isLetIn(exchange, known)) {
              answer.to(exchange);
            } else {
              exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"camera\"");
              exchange.sendResponseHeaders(UNAUTHORIZED, -1);
            }
          }
        });
  }

  private boolean isLetIn(HttpExchange exchange, Optional<Credentials> known) {
    Optional<String> said =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
    said.ifPresent(shown::add);
    return known
        .map(one -> one.userName() + ":" + one.password())
        .map(both -> Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)))
        .map(encoded -> said.filter(("Basic " + encoded)::equals).isPresent())
        .orElse(true);
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=b");
    exchange.sendResponseHeaders(OK, 0);
    OutputStream out = exchange.getResponseBody();
    while (!closed) {
      out.write("--b\r\nContent-Type: image/jpeg\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.write(next());
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      LockSupport.parkNanos(PACE_NANOS);
    }
  }

  private static void picture(HttpExchange exchange, byte[] picture) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
    exchange.sendResponseHeaders(OK, picture.length);
    exchange.getResponseBody().write(picture);
  }

  private static void page(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    exchange.sendResponseHeaders(OK, 0);
    exchange.getResponseBody().write("<html>".getBytes(StandardCharsets.US_ASCII));
  }

  private byte[] next() throws IOException {
    var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    image.setRGB(pictures.getAndIncrement() * 8 % 320, 100, 0xffffff);
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }

  /// Its URL at a path.
  ///
  /// @param user `user:password@`, or empty
  String url(String user, String path) {
    return "http://" + user + "127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /// All that callers said to be let in.
  List<String> shown() {
    return List.copyOf(shown);
  }

  @Override
  public void close() {
    closed = true;
    server.stop(0);
    threads.close();
  }
}
