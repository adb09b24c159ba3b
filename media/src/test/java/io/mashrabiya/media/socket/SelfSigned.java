package io.mashrabiya.media.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.address.Fingerprint;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate that nobody vouches for, as cameras have them.
public record SelfSigned(SSLContext context, Fingerprint fingerprint) {
  private static final String PASSWORD = "of a test alone";

  /// Makes one.
  ///
  /// @param folder where its files may lie
  public static SelfSigned in(Path folder) throws Exception {
    Path file = folder.resolve("camera.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                "camera",
                "-dname",
                "CN=camera",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).as("keytool").isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return new SelfSigned(context, Fingerprint.of((X509Certificate) keys.getCertificate("camera")));
  }

  /// Listens on the loopback address, with this certificate.
  public ServerSocket listen() throws Exception {
    return context
        .getServerSocketFactory()
        .createServerSocket(0, 8, InetAddress.getLoopbackAddress());
  }
}
