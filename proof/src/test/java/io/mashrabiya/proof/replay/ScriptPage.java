package io.mashrabiya.proof.replay;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandlers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// An empty page of a real browser on localhost, where it has its cryptography, with one script of
/// ours in it.
public final class ScriptPage implements AutoCloseable {
  private final HttpServer server;
  private final Page page;

  private ScriptPage(HttpServer server, Page page) {
    this.server = server;
    this.page = page;
  }

  /// The script's module is evaluated; what it gives to `globalThis` can be called.
  public static ScriptPage with(Page page, String script) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/script.js",
          HttpHandlers.of(200, Headers.of("Content-Type", "text/javascript"), script));
      server.createContext(
          "/empty",
          HttpHandlers.of(200, Headers.of("Content-Type", "text/html"), "<!doctype html>"));
      server.start();
      page.navigate("http://localhost:" + server.getAddress().getPort() + "/empty");
      page.evaluate("() => import('/script.js')");
      return new ScriptPage(server, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One that was bundled with the viewer's tests.
  ///
  /// @param name under `viewer/src/test/ts`, as JavaScript
  public static String bundled(String name) {
    try (InputStream in = ScriptPage.class.getResourceAsStream("/viewer-tests/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " was not built");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lets the page fetch a file under this name.
  void serve(String address, Path file) {
    server.createContext(
        address,
        exchange -> {
          exchange.sendResponseHeaders(200, Files.size(file));
          try (var body = exchange.getResponseBody()) {
            Files.copy(file, body);
          }
        });
  }

  /// What a function answers, in the types of Playwright.
  public Object call(String function, Object argument) {
    return page.evaluate(function, argument);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
