package io.mashrabiya.relay;

import io.mashrabiya.relay.link.MetricsPage;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/// What the port of the metrics leads to: the page, for whoever calls it by a name of the machine
/// itself. A website whose own name was pointed at this machine (DNS rebinding) calls it by that
/// one. Belongs to the event loop.
final class MetricsDoor {
  private static final int NOT_FOUND = 404;
  private static final int MISDIRECTED = 421;
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

  private final MetricsPage page;

  MetricsDoor(MetricsPage page) {
    this.page = page;
  }

  void serve(HttpServerRequest request) {
    var response = request.response();
    String host = request.getHeader("Host");
    if (host == null || !LOOPBACK.matcher(host).matches()) {
      response.setStatusCode(MISDIRECTED).end();
    } else if ("/metrics".equals(request.path())) {
      response.putHeader("Content-Type", MetricsPage.CONTENT_TYPE).end(Buffer.buffer(page.text()));
    } else {
      response.setStatusCode(NOT_FOUND).end();
    }
  }
}
