package io.mashrabiya.proof.differ;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandlers;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// The viewer's judges (`viewer/src/test/ts/differ/judges.ts`), in a page of a real browser on
/// localhost, where it has its cryptography.
final class ViewerJudges implements AutoCloseable {
  private static final String BUNDLE = "/viewer-tests/differ/judges.js";

  private final HttpServer server;
  private final Page page;

  private ViewerJudges(HttpServer server, Page page) {
    this.server = server;
    this.page = page;
  }

  static ViewerJudges in(Page page) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/judges.js",
          HttpHandlers.of(200, Headers.of("Content-Type", "text/javascript"), bundle()));
      server.createContext(
          "/empty",
          HttpHandlers.of(200, Headers.of("Content-Type", "text/html"), "<!doctype html>"));
      server.start();
      page.navigate("http://localhost:" + server.getAddress().getPort() + "/empty");
      page.evaluate("() => import('/judges.js')");
      return new ViewerJudges(server, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String bundle() throws IOException {
    try (InputStream in = ViewerJudges.class.getResourceAsStream(BUNDLE)) {
      if (in == null) {
        throw new IllegalStateException(BUNDLE + " was not built");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// What the viewer makes of each, in the words of [Judge].
  List<String> verdicts(String format, List<byte[]> inputs) {
    Object verdicts =
        page.evaluate(
            "({format, batch}) => judgeAll(format, batch)",
            Map.of("format", format, "batch", batch(inputs)));
    return ((List<?>) verdicts).stream().map(String.class::cast).toList();
  }

  /// Each input behind its length, all in base64.
  private static String batch(List<byte[]> inputs) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      for (byte[] input : inputs) {
        out.writeInt(input.length);
        out.write(input);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
