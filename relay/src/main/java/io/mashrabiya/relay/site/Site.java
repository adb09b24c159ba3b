package io.mashrabiya.relay.site;

import io.mashrabiya.relay.proxy.Caller;
import io.mashrabiya.wire.link.Origin;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything over HTTP that is no WebSocket: the viewer's bundle and `/healthz`, for GET and HEAD
/// only, under the relay's own name only (which stops DNS rebinding). Belongs to the event loop.
public final class Site {
  private static final String HTML = "text/html; charset=utf-8";
  private static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int MISDIRECTED = 421;

  private final Origin own;
  private final Fence fence;
  private final Optional<Bundle> bundle;
  private final Cryptography cryptography;
  private final Optional<Authority> authority;
  private final StaticPage plain;

  /// How people come here.
  ///
  /// @param isTlsOwn whether the relay speaks TLS itself
  /// @param hasProxies whether proxies in front are named
  /// @param authority that devices may install, if there is one
  public record Access(boolean isTlsOwn, boolean hasProxies, Optional<Authority> authority) {}

  /// @param prefix of the bundle on the class path; empty: none is served
  public Site(Origin own, Optional<String> prefix, ClassLoader loader, Access access) {
    this.own = own;
    fence = new Fence(own, access.isTlsOwn());
    cryptography = new Cryptography(own, access.isTlsOwn(), access.hasProxies());
    authority = access.authority();
    plain = StaticPage.of("plain", Map.of("origin", own.text()));
    bundle = prefix.map(path -> new Bundle(path, loader));
  }

  public void serve(HttpServerRequest request, Caller caller) {
    var response = request.response();
    fence.putUp(response.headers());
    if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
      response.putHeader("Allow", "GET, HEAD");
      say(request, NOT_ALLOWED, "only GET and HEAD");
    } else if (bundle.isPresent() && isForUs(request) && StrangeWorker.isAskedFor(request)) {
      leave(request);
    } else if (request.path() != null && request.path().equals("/healthz")) {
      say(request, 200, "ok");
    } else if ("/".equals(request.path()) && lacksCryptography(request, caller)) {
      show(request, new Answer(HTML, plain.bytes(languages(request))));
    } else if (!isForUs(request)) {
      say(request, MISDIRECTED, "this is " + own);
    } else {
      authority
          .flatMap(one -> one.at(request.path(), languages(request)))
          .ifPresentOrElse(answer -> show(request, answer), () -> giveFile(request));
    }
  }

  private void giveFile(HttpServerRequest request) {
    var file = bundle.flatMap(files -> files.at(request.path() == null ? "" : request.path()));
    file.ifPresentOrElse(found -> give(request, found), () -> say(request, NOT_FOUND, "not found"));
  }

  /// Whether the request names the relay by its own origin.
  public boolean isForUs(HttpServerRequest request) {
    return names(request.getHeader("Host"));
  }

  /// Whether a `Host` header is that of the relay's own origin.
  public boolean names(@Nullable String host) {
    String authority = own.text().substring(own.text().indexOf("//") + 2);
    return host != null && host.equalsIgnoreCase(authority);
  }

  private static void give(HttpServerRequest request, SiteFile file) {
    var response = request.response();
    boolean isZipped = file.zipped().isPresent() && takesGzip(request);
    response
        .putHeader("ETag", file.entityTag())
        .putHeader("Cache-Control", file.caching())
        .putHeader("Vary", "Accept-Encoding");
    if (file.entityTag().equals(request.getHeader("If-None-Match"))
        && !StrangeWorker.isWorker(request)) { // whoever served other code may have named our tag
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    response.putHeader("Content-Type", file.contentType());
    if (isZipped) {
      response.putHeader("Content-Encoding", "gzip");
    }
    finish(request, response, isZipped ? file.zipped().get() : file.bytes());
  }

  private static boolean takesGzip(HttpServerRequest request) {
    String accepted = request.getHeader("Accept-Encoding");
    return accepted != null && accepted.contains("gzip");
  }

  private boolean lacksCryptography(HttpServerRequest request, Caller caller) {
    String host = request.getHeader("Host");
    return bundle.isPresent() && host != null && !cryptography.isGiven(caller, host);
  }

  private static @Nullable String languages(HttpServerRequest request) {
    return request.getHeader("Accept-Language");
  }

  private static void show(HttpServerRequest request, Answer answer) {
    request.response().putHeader("Vary", "Accept-Language");
    show(request, answer, StaticPage.POLICY);
  }

  /// Whatever its scope was: that is checked each time.
  private static void leave(HttpServerRequest request) {
    request.response().putHeader("Service-Worker-Allowed", "/");
    show(request, StrangeWorker.leaving(), StrangeWorker.POLICY);
  }

  private static void show(HttpServerRequest request, Answer answer, String policy) {
    var response = request.response();
    response
        .putHeader("Content-Security-Policy", policy)
        .putHeader("Content-Type", answer.contentType())
        .putHeader("Cache-Control", "no-store");
    finish(request, response, answer.body());
  }

  private static void say(HttpServerRequest request, int status, String text) {
    var response = request.response().setStatusCode(status);
    response
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .putHeader("Cache-Control", "no-store");
    finish(request, response, (text + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static void finish(HttpServerRequest request, HttpServerResponse response, byte[] body) {
    response.putHeader("Content-Length", Integer.toString(body.length));
    if (request.method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(Buffer.buffer(body));
    }
  }
}
