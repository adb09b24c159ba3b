package io.mashrabiya.media.onvif.virtual;

import com.sun.net.httpserver.HttpExchange;
import io.mashrabiya.media.auth.ServerAuthentication.Verdict;
import io.mashrabiya.media.onvif.soap.Envelope;
import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import io.mashrabiya.media.onvif.xml.XmlReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Takes calls over HTTP, lets in whom it may, and hands them to their service.
///
/// Whoever calls is as hostile as anybody on the network: sizes are bounded, and what is no SOAP is
/// answered with 400.
final class VirtualDispatch {
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;

  /// What is told to everybody (ONVIF Core Specification, section 5.9.4.3, *PRE_AUTH*).
  private static final Set<String> FOR_EVERYBODY =
      Set.of("GetSystemDateAndTime", "GetServices", "GetCapabilities");

  private final VirtualOnvifOptions options;
  private final Supplier<Instant> clock;
  private final VirtualService device;
  private final VirtualService media;
  private final VirtualService media2;
  private final VirtualService events;
  private final VirtualService ptz;
  private final Optional<TokenJudge> tokens;
  private final Optional<DigestJudge> digests;

  VirtualDispatch(
      VirtualOnvifOptions options,
      Supplier<Instant> clock,
      VirtualService device,
      VirtualService media,
      VirtualService media2,
      VirtualService events,
      VirtualService ptz) {
    this.options = options;
    this.clock = clock;
    this.device = device;
    this.media = media;
    this.media2 = media2;
    this.events = events;
    this.ptz = ptz;
    this.tokens = options.credentials().map(TokenJudge::new);
    this.digests = options.credentials().map(DigestJudge::new);
  }

  void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readNBytes(XmlReader.MOST_BYTES + 1);
      if (request.length > XmlReader.MOST_BYTES) {
        // What is unread when it closes resets the connection, and takes the answer with it.
        exchange.getRequestBody().readNBytes(XmlReader.MOST_BYTES);
      }
      switch (Envelope.read(request)) {
        case Envelope.Reading.Malformed _ -> exchange.sendResponseHeaders(BAD_REQUEST, -1);
        case Envelope.Reading.Understood(Envelope envelope) -> answer(exchange, envelope);
      }
    }
  }

  private void answer(HttpExchange exchange, Envelope envelope) throws IOException {
    VirtualCall call =
        new VirtualCall(address(exchange), exchange.getRequestURI().getPath(), envelope);
    if (!isAdmitted(exchange, call)) {
      refuse(exchange);
      return;
    }
    try {
      XmlElement answer =
          service(call.path())
              .answer(call)
              .orElseThrow(() -> VirtualFault.notSupported(call.operation()));
      send(exchange, OK, VirtualMangling.of(options, answer));
    } catch (VirtualFault fault) {
      send(exchange, BAD_REQUEST, fault.element());
    }
  }

  private boolean isAdmitted(HttpExchange exchange, VirtualCall call) {
    boolean open =
        FOR_EVERYBODY.contains(call.operation()) && !options.has(Quirk.CLOCK_NEEDS_LOGIN);
    if (open || options.credentials().isEmpty()) {
      return true;
    }
    boolean takesTokens = !options.has(Quirk.HTTP_DIGEST_ONLY);
    boolean byToken =
        takesTokens
            && tokens.map(judge -> judge.admits(call.envelope(), clock.get())).orElse(false);
    return byToken || provesItselfByDigest(exchange);
  }

  private boolean provesItselfByDigest(HttpExchange exchange) {
    Optional<String> header = authorization(exchange);
    return header.isPresent()
        && digests.orElseThrow().judge(header, exchange.getRequestMethod())
            instanceof Verdict.Admitted;
  }

  /// As a camera does that takes tokens: with a fault. One that takes HTTP Digest challenges.
  private void refuse(HttpExchange exchange) throws IOException {
    if (options.has(Quirk.HTTP_DIGEST_ONLY)) {
      Verdict verdict = digests.orElseThrow().judge(Optional.empty(), exchange.getRequestMethod());
      if (verdict instanceof Verdict.Challenged(List<String> headers)) {
        headers.forEach(header -> exchange.getResponseHeaders().add("WWW-Authenticate", header));
      }
      exchange.sendResponseHeaders(UNAUTHORIZED, -1);
      return;
    }
    send(exchange, BAD_REQUEST, VirtualFault.notAuthorized().element());
  }

  private VirtualService service(String path) {
    return switch (path) {
      case VirtualNames.DEVICE -> device;
      case VirtualNames.MEDIA -> media;
      case VirtualNames.MEDIA2 -> media2;
      case VirtualNames.EVENTS -> events;
      case VirtualNames.PTZ -> ptz;
      default -> path.startsWith(VirtualNames.PULL) ? events : call -> Optional.empty();
    };
  }

  private static void send(HttpExchange exchange, int status, XmlElement body) throws IOException {
    byte[] bytes =
        new Envelope(List.of(), body).write(Namespace.TOPICS, Namespace.ERROR, Namespace.SOAP);
    exchange.getResponseHeaders().set("Content-Type", "application/soap+xml; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Optional<String> authorization(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static String address(HttpExchange exchange) {
    InetSocketAddress at = exchange.getLocalAddress();
    String host = at.getAddress().getHostAddress();
    return "http://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + at.getPort();
  }
}
