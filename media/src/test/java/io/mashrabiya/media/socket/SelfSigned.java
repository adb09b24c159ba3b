package io.mashrabiya.media.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.address.Fingerprint;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// A certificate that nobody vouches for, as cameras have them.
public record SelfSigned(SSLContext context, Fingerprint fingerprint) {
  private static final String PASSWORD = "of a test alone";

  /// Makes one.
  ///
  /// @param folder where its files may lie
  public static SelfSigned in(Path folder) throws Exception {
    return of(folder, "EC", "-keyalg", "EC", "-groupname", "secp256r1");
  }

  /// Makes one as cameras of old have them: by MD5, with a short key, and no longer valid.
  static SelfSigned ofOldIn(Path folder) throws Exception {
    return of(
        folder,
        "RSA",
        "-keyalg",
        "RSA",
        "-keysize",
        "1024",
        "-sigalg",
        "MD5withRSA",
        "-startdate",
        "-2y",
        "-validity",
        "365");
  }

  private static SelfSigned of(Path folder, String keyType, String... how) throws Exception {
    Path file = folder.resolve("camera.p12");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "camera",
                "-dname",
                "CN=camera",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD));
    command.addAll(List.of(how));
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).as("keytool").isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    var certificate = (X509Certificate) keys.getCertificate("camera");
    var key = (PrivateKey) keys.getKey("camera", PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    var shows = new Shows(keyType, certificate, key);
    context.init(new KeyManager[] {shows}, null, null);
    return new SelfSigned(context, Fingerprint.of(certificate));
  }

  /// Listens on the loopback address, with this certificate.
  public ServerSocket listen() throws Exception {
    return listen(0);
  }

  ServerSocket listen(int port) throws Exception {
    return context
        .getServerSocketFactory()
        .createServerSocket(port, 8, InetAddress.getLoopbackAddress());
  }

  /// Shows the certificate whatever it is worth.
  private static final class Shows extends X509ExtendedKeyManager {
    private final String keyType;
    private final X509Certificate certificate;
    private final PrivateKey key;

    Shows(String keyType, X509Certificate certificate, PrivateKey key) {
      this.keyType = keyType;
      this.certificate = certificate;
      this.key = key;
    }

    @Override
    public @Nullable String chooseServerAlias(
        String type, Principal @Nullable [] issuers, Socket socket) {
      return type.equals(keyType) ? "camera" : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return new X509Certificate[] {certificate};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return key;
    }

    @Override
    public String[] getServerAliases(String type, Principal @Nullable [] issuers) {
      return new String[] {"camera"};
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
      return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
        String[] types, Principal @Nullable [] issuers, Socket socket) {
      return null;
    }
  }
}
