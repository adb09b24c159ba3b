package io.mashrabiya.viewer;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandlers;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// Serves the bundled tests on localhost, where browsers give pages their cryptography.
final class TestPages implements AutoCloseable {
  static final Path FOLDER = Path.of("target", "test-classes", "viewer-tests").toAbsolutePath();

  private final HttpServer server;

  private TestPages(HttpServer server) {
    this.server = server;
  }

  static TestPages serve() {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer server = HttpServer.create(anyPort, 0);
      server.createContext("/", SimpleFileServer.createFileHandler(FOLDER));
      Headers html = Headers.of("Content-Type", "text/html");
      server.createContext(
          "/empty", HttpHandlers.of(200, html, "<!doctype html><title>test</title>"));
      server.start();
      return new TestPages(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A page with nothing on it.
  String empty() {
    return "http://localhost:" + server.getAddress().getPort() + "/empty";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
