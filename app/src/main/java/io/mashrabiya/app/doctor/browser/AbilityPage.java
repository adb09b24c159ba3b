package io.mashrabiya.app.doctor.browser;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mashrabiya.wire.codec.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A page of this machine's own, that tries what a browser can do and tells it.
///
/// Guarantee: it is served to this machine only, under a name that nobody guesses; it runs its own
/// scripts and no other; no page of another site can tell in its place.
final class AbilityPage implements AutoCloseable {
  private static final String WORDS = "words.js";
  private static final Map<String, String> FILES =
      Map.of(
          "page.html",
          "text/html; charset=utf-8",
          "page.js",
          "text/javascript; charset=utf-8",
          "worker.js",
          "text/javascript; charset=utf-8",
          "worklet.js",
          "text/javascript; charset=utf-8",
          WORDS,
          "text/javascript; charset=utf-8");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final int MOST_BYTES = 4096;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String path = "/" + random() + "/";
  private final CompletableFuture<Abilities> told = new CompletableFuture<>();

  private AbilityPage(HttpServer server) {
    this.server = server;
  }

  /// Serves it on a free port of the loopback address.
  static AbilityPage open() throws IOException {
    var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var page = new AbilityPage(HttpServer.create(anyPort, 0));
    page.server.setExecutor(page.threads);
    page.server.createContext("/", page::serve);
    page.server.start();
    return page;
  }

  String link() {
    return "http://" + authority() + path + "page.html";
  }

  /// Waits until a browser has told; empty when none has in that time.
  Optional<Abilities> await(Duration patience) throws InterruptedException {
    try {
      return Optional.of(told.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("nothing completes it so", e);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers answer = exchange.getResponseHeaders();
      answer.set("Content-Security-Policy", POLICY);
      answer.set("X-Content-Type-Options", "nosniff");
      answer.set("Referrer-Policy", "no-referrer");
      answer.set("Cache-Control", "no-store");
      String asked = exchange.getRequestURI().getPath();
      boolean isOurs =
          authority().equals(exchange.getRequestHeaders().getFirst("Host"))
              && asked.startsWith(path);
      if (isOurs && exchange.getRequestMethod().equals("POST") && asked.equals(path + "told")) {
        exchange.sendResponseHeaders(hear(exchange) ? 204 : 400, -1);
      } else if (isOurs && exchange.getRequestMethod().equals("GET")) {
        give(exchange, asked.substring(path.length()));
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  /// A page of another site may post without asking first, but not as this page.
  private boolean hear(HttpExchange exchange) throws IOException {
    if (!("http://" + authority()).equals(exchange.getRequestHeaders().getFirst("Origin"))) {
      return false;
    }
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
    try {
      told.complete(Abilities.parse(body));
      return true;
    } catch (Malformed e) {
      return false;
    }
  }

  private static void give(HttpExchange exchange, String name) throws IOException {
    String type = FILES.get(name);
    if (type == null) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", type);
    byte[] file =
        name.equals(WORDS) ? PageWords.script().getBytes(StandardCharsets.UTF_8) : file(name);
    exchange.sendResponseHeaders(200, file.length);
    exchange.getResponseBody().write(file);
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in = AbilityPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the build");
      }
      return in.readAllBytes();
    }
  }

  private String authority() {
    return "localhost:" + server.getAddress().getPort();
  }

  private static String random() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// What is being answered is still answered.
  @Override
  public void close() {
    server.stop(1);
    threads.close();
  }
}
