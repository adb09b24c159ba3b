package io.mashrabiya.relay.tls;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.words.Sentence;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A certificate and key that were read, and have made a handshake with each other.
///
/// @param options with which a server uses them: TLS 1.2 and 1.3 only
/// @param certificate the server's own
/// @param warnings sentences for the operator about what works and should not stay so
public record TlsIdentity(
    ServerSSLOptions options, X509Certificate certificate, List<String> warnings) {
  private static final int MAX_BYTES = 1 << 20;
  private static final long HANDSHAKE_SECONDS = 10;
  private static final int SAN_DNS = 2;

  public TlsIdentity {
    warnings = List.copyOf(warnings);
  }

  /// Reads both files and tries them. Blocks for some milliseconds.
  ///
  /// @throws TlsRefused when they cannot be used
  public static TlsIdentity read(TlsFiles files, Vertx vertx, Instant now) throws TlsRefused {
    byte[] chain = bytes(files.certificate(), say("the certificate in {0}", files.certificate()));
    byte[] key = bytes(files.key(), say("the key in {0}", files.key()));
    X509Certificate own = firstOf(chain, files.certificate());
    var pem =
        new PemKeyCertOptions().addCertValue(Buffer.buffer(chain)).addKeyValue(Buffer.buffer(key));
    try {
      Rehearsal.run(pem.getKeyManagerFactory(vertx), own);
    } catch (Exception e) {
      // Whatever it was may repeat what the files hold: the sentence says all that helps.
      throw new TlsRefused(
          say(
              "the key in {0} does not belong to the first certificate in {1}, or is of no kind that browsers take:"
                  + " name the two files that were made together, in PEM, with ECDSA (P-256) or RSA keys and no password",
              files.key(), files.certificate()));
    }
    var options =
        new ServerSSLOptions()
            .setKeyCertOptions(pem)
            .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
            .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
            .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS);
    return new TlsIdentity(
        options, own, Warnings.of(files.key(), own, isReadByOthers(files.key()), now));
  }

  /// The first host's name in the certificate that a browser could open and that is not
  /// `localhost`, if there is one.
  public Optional<String> hostName() {
    return names().stream()
        .filter(name -> Integer.valueOf(SAN_DNS).equals(name.getFirst()))
        .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
        .filter(name -> !name.equals("localhost") && Origin.isOrigin("https://" + name))
        .findFirst();
  }

  private Collection<List<?>> names() {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null ? List.of() : names;
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  private static X509Certificate firstOf(byte[] chain, Path file) throws TlsRefused {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(chain));
    } catch (CertificateException e) {
      throw new TlsRefused(
          say(
              "there is no certificate in {0}: name a file in PEM, which begins with -----BEGIN CERTIFICATE-----",
              file));
    }
  }

  private static byte[] bytes(Path file, Sentence what) throws TlsRefused {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new TlsRefused(say("{0} is larger than 1 MB: is it another file?", what));
      }
      return bytes;
    } catch (TlsRefused e) {
      throw e;
    } catch (IOException e) {
      throw new TlsRefused(
          say("{0} cannot be read: is the path right, and may this user read it?", what));
    }
  }

  /// Of a group's right to read nothing is said: that is how systems share a key among servers.
  private static boolean isReadByOthers(Path key) {
    try {
      return Files.getPosixFilePermissions(key).contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
