package io.mashrabiya.relay.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// Clients that trust the certificates of the tests, and those themselves. Their keys lie in
/// `relay/src/test/resources/tls`, and are good for nothing.
public final class Trusting {
  private Trusting() {}

  /// Copies one of the resources.
  public static void put(String resource, Path file) throws IOException {
    try (InputStream in = Trusting.class.getResourceAsStream("/tls/" + resource)) {
      Files.write(file, in.readAllBytes());
    }
  }

  public static X509Certificate certificate(String resource) throws Exception {
    try (InputStream in = Trusting.class.getResourceAsStream("/tls/" + resource)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  public static SSLContext all(String... resources) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (String resource : resources) {
      store.setCertificateEntry(resource, certificate(resource));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /// The certificate that a server shows to somebody new.
  public static X509Certificate shownAt(int port, String... protocols) throws Exception {
    // a context of its own, so that no earlier session is resumed
    SSLContext context = all("first.pem", "second.pem", "rsa.pem");
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("localhost", port)) {
      socket.setSoTimeout(20_000);
      if (protocols.length > 0) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(protocols);
        socket.setSSLParameters(parameters);
      }
      socket.startHandshake();
      return (X509Certificate) List.of(socket.getSession().getPeerCertificates()).getFirst();
    }
  }
}
