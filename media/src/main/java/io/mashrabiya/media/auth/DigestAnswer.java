package io.mashrabiya.media.auth;

import io.mashrabiya.media.address.Credentials;
import java.nio.charset.StandardCharsets;

/// Computes the `response` of Digest authentication (RFC 7616, section 3.4.1; RFC 2069 where there
/// is no `qop`).
final class DigestAnswer {
  private DigestAnswer() {}

  /// @param count how often the nonce was used, this time included
  /// @param clientNonce only used with `qop` and with session hashes
  static String response(
      Challenge.Digest challenge,
      Credentials credentials,
      String method,
      String uri,
      int count,
      String clientNonce) {
    DigestAlgorithm algorithm = challenge.algorithm();
    String secret =
        algorithm.hash(
            bytes(credentials.userName()), challenge.realm(), bytes(credentials.password()));
    if (algorithm.session()) {
      secret = algorithm.hash(secret, challenge.nonce(), clientNonce);
    }
    String what = algorithm.hash(method, uri);
    return challenge.qopAuth()
        ? algorithm.hash(secret, challenge.nonce(), count(count), clientNonce, "auth", what)
        : algorithm.hash(secret, challenge.nonce(), what);
  }

  /// The nonce count as it stands in headers and in the hash.
  static String count(int count) {
    return "%08x".formatted(count);
  }

  /// A text as the characters that stand for its UTF-8 bytes.
  static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
