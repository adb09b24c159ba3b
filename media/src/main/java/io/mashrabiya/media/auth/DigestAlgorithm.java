package io.mashrabiya.media.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The hashes of Digest authentication that are spoken, weakest first (RFC 7616, section 3.3).
public enum DigestAlgorithm {
  /// What nearly every camera speaks.
  MD5("MD5", "MD5", false),
  /// MD5 with a session key.
  MD5_SESSION("MD5-sess", "MD5", true),
  /// What newer ones speak, and what is asked for first.
  SHA_256("SHA-256", "SHA-256", false),
  /// SHA-256 with a session key.
  SHA_256_SESSION("SHA-256-sess", "SHA-256", true);

  private final String token;
  private final String hash;
  private final boolean session;

  DigestAlgorithm(String token, String hash, boolean session) {
    this.token = token;
    this.hash = hash;
    this.session = session;
  }

  /// Its name in headers.
  public String token() {
    return token;
  }

  /// Whether the first half of the hash is bound to the nonces of both sides.
  public boolean session() {
    return session;
  }

  /// The one of that name, compared without case.
  public static Optional<DigestAlgorithm> named(String token) {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.token.equalsIgnoreCase(token))
        .findFirst();
  }

  /// The hash of the parts, joined by colons, in hexadecimal. Characters stand for bytes (ISO
  /// 8859-1).
  String hash(String... parts) {
    try {
      byte[] joined = String.join(":", parts).getBytes(StandardCharsets.ISO_8859_1);
      return HexFormat.of().formatHex(MessageDigest.getInstance(hash).digest(joined));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5 and SHA-256", e);
    }
  }
}
