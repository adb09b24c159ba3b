package io.mashrabiya.media.onvif.virtual;

import static io.mashrabiya.media.onvif.xml.Namespace.SECURITY;
import static io.mashrabiya.media.onvif.xml.Namespace.SECURITY_UTILITY;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.soap.Envelope;
import io.mashrabiya.media.onvif.soap.UsernameToken;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Judges tokens of WS-Security as a careful camera does: by its own clock, and each nonce once.
/// Safe for threads.
final class TokenJudge {
  /// How far a token's time may be from the device's.
  static final Duration WINDOW = Duration.ofSeconds(30);

  /// Nonces older than this many are forgotten.
  private static final int MOST_NONCES = 4096;

  private final Credentials credentials;
  private final Set<String> seen = new HashSet<>();
  private final Deque<String> order = new ArrayDeque<>();

  TokenJudge(Credentials credentials) {
    this.credentials = credentials;
  }

  /// @param now by the device's clock
  boolean admits(Envelope envelope, Instant now) {
    return envelope
        .header(SECURITY, "Security")
        .flatMap(security -> security.find(SECURITY, "UsernameToken"))
        .map(token -> isRight(token, now))
        .orElse(false);
  }

  private boolean isRight(XmlElement token, Instant now) {
    String user = token.value(SECURITY, "Username").orElse("");
    String hash = token.value(SECURITY, "Password").orElse("");
    String created = token.value(SECURITY_UTILITY, "Created").orElse("");
    String nonce = token.value(SECURITY, "Nonce").orElse("");
    Optional<byte[]> decoded = decoded(nonce);
    if (decoded.isEmpty() || !isRecent(created, now)) {
      return false;
    }
    String expected = UsernameToken.digest(decoded.get(), created, credentials.password());
    boolean known = same(user, credentials.userName());
    boolean proven = same(hash, expected);
    return known && proven && isFirst(nonce);
  }

  private synchronized boolean isFirst(String nonce) {
    if (!seen.add(nonce)) {
      return false;
    }
    order.addLast(nonce);
    if (order.size() > MOST_NONCES) {
      seen.remove(order.removeFirst());
    }
    return true;
  }

  private static boolean isRecent(String created, Instant now) {
    try {
      Instant at = OffsetDateTime.parse(created).toInstant();
      return Duration.between(at, now).abs().compareTo(WINDOW) <= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Optional<byte[]> decoded(String nonce) {
    try {
      return Optional.of(Base64.getDecoder().decode(nonce)).filter(bytes -> bytes.length > 0);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
