package io.mashrabiya.relay.site;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.ToldException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What devices install to believe this relay: the certificate of the household's own authority,
/// and a page that says how.
///
/// Not guaranteed: that who sees the page sees ours, as long as nothing is installed. So it shows
/// the certificate's fingerprint, to be compared with what `mashrabiya tls` printed.
public final class Authority {
  static final String PAGE = "/ca";
  static final String FILE = "/ca/mashrabiya.crt";
  private static final int MAX_BYTES = 64 << 10;

  private final byte[] certificate;
  private final StaticPage page;

  private Authority(byte[] certificate) {
    this.certificate = certificate;
    page = StaticPage.of("ca", Map.of("file", FILE, "fingerprint", fingerprint(certificate)));
  }

  /// Of a file in PEM.
  ///
  /// @throws IOException when it is not there or holds no certificate of an authority
  public static Authority read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(in.readNBytes(MAX_BYTES)));
      if (certificate.getBasicConstraints() < 0) {
        throw new ToldException(say("the certificate in {0} is of no authority", file));
      }
      return new Authority(certificate.getEncoded());
    } catch (CertificateException e) {
      throw new ToldException(say("there is no certificate in {0}", file), e);
    }
  }

  /// What is at a path, if something is.
  Optional<Answer> at(@Nullable String path, @Nullable String acceptLanguage) {
    if (PAGE.equals(path)) {
      return Optional.of(new Answer("text/html; charset=utf-8", page.bytes(acceptLanguage)));
    }
    return FILE.equals(path)
        ? Optional.of(new Answer("application/x-x509-ca-cert", certificate))
        : Optional.empty();
  }

  private static String fingerprint(byte[] certificate) {
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(StaticPage.sha256(certificate));
  }
}
