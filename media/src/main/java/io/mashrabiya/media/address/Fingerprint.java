package io.mashrabiya.media.address;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// The SHA-256 of a certificate, by which a person vouches for a camera's own: nobody else does.
///
/// @param hex 64 digits in lower case
public record Fingerprint(String hex) {
  private static final String WORD = "sha256=";

  public Fingerprint {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a fingerprint has 64 hexadecimal digits");
    }
  }

  /// Reads one as people copy it: in any case, with colons or spaces between.
  public static Optional<Fingerprint> read(String typed) {
    String digits = typed.replaceAll("[: -]", "").toLowerCase(Locale.ROOT);
    return digits.matches("[0-9a-f]{64}") ? Optional.of(new Fingerprint(digits)) : Optional.empty();
  }

  /// Reads one as it stands behind the `#` of a camera's URL: after `sha256=`.
  public static Optional<Fingerprint> ofWord(String word) {
    return isWord(word) ? read(word.substring(WORD.length())) : Optional.empty();
  }

  /// Whether it begins as one that stands behind the `#` of a camera's URL.
  public static boolean isWord(String word) {
    return word.startsWith(WORD);
  }

  /// As it stands behind the `#` of a camera's URL.
  public String word() {
    return WORD + hex;
  }

  /// Of a certificate.
  ///
  /// @throws CertificateEncodingException if it cannot be encoded
  public static Fingerprint of(X509Certificate certificate) throws CertificateEncodingException {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return new Fingerprint(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
