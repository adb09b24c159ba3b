package io.mashrabiya.vault.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Certificates and keys as text (RFC 7468).
final class Pem {
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
  private static final String KEY = "PRIVATE KEY";
  private static final Pattern KEY_TEXT =
      Pattern.compile("-----BEGIN " + KEY + "-----([A-Za-z0-9+/=\\s]+)-----END " + KEY + "-----");

  private Pem() {}

  static byte[] of(List<X509Certificate> chain) {
    StringBuilder text = new StringBuilder();
    try {
      for (X509Certificate certificate : chain) {
        text.append(block("CERTIFICATE", certificate.getEncoded()));
      }
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate cannot be written", e);
    }
    return text.toString().getBytes(US_ASCII);
  }

  static byte[] of(PrivateKey key) {
    return block(KEY, key.getEncoded()).getBytes(US_ASCII);
  }

  /// @throws IOException when it is none; its message names nothing of the content
  static X509Certificate certificate(byte[] text) throws IOException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(text));
    } catch (CertificateException e) {
      throw new IOException("no certificate", e);
    }
  }

  /// @throws IOException when it is none; its message names nothing of the content
  static PrivateKey key(byte[] text) throws IOException {
    Matcher matcher = KEY_TEXT.matcher(new String(text, US_ASCII));
    try {
      if (!matcher.find()) {
        throw new IOException("no key");
      }
      byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new IOException("no key");
    }
  }

  private static String block(String label, byte[] bytes) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + LINES.encodeToString(bytes)
        + "\n-----END "
        + label
        + "-----\n";
  }
}
