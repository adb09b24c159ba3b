package io.mashrabiya.home;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.ToldException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The client by which a home goes to its relay.
///
/// Guarantee: the relay's certificate has to be for the name that is called, in its time, and of an
/// authority that is trusted: those that Java knows, or the household's own and no other.
public final class RelayClient {
  private static final int MAX_BYTES = 64 << 10;

  private RelayClient() {}

  /// A new one.
  ///
  /// @param authority the only one whose word is taken; empty: those that Java knows
  /// @throws IOException when there is no certificate in that file
  public static HttpClient open(Optional<Path> authority) throws IOException {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor());
    if (authority.isPresent()) {
      client.sslContext(only(authority.get()));
    }
    return client.build();
  }

  private static SSLContext only(Path authority) throws IOException {
    try (InputStream in = Files.newInputStream(authority)) {
      var root =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(in.readNBytes(MAX_BYTES)));
      var path =
          new PKIXBuilderParameters(Set.of(new TrustAnchor(root, null)), new X509CertSelector());
      path.setRevocationEnabled(false); // such an authority publishes no list
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(new CertPathTrustManagerParameters(path));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new ToldException(
          say(
              "there is no certificate in {0}, which household.relay-ca names: it is the file authority.crt that `mashrabiya tls` wrote",
              authority),
          e);
    }
  }
}
