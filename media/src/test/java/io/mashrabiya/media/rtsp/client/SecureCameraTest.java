package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.rtsp.Carriage;
import io.mashrabiya.media.rtsp.Fingerprint;
import io.mashrabiya.media.rtsp.RtspAddress;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A camera behind TLS whose certificate nobody vouches for, as cameras have them.
class SecureCameraTest {
  private static final Duration GUARD = Duration.ofSeconds(15);
  private static final RtspSettings PATIENT = new RtspSettings(GUARD, GUARD, GUARD, GUARD, "Test");
  private static final String PASSWORD = "of a test alone";

  @TempDir private static Path folder;
  private static SSLContext context;
  private static Fingerprint shown;
  private static ServerSocket plain;

  @BeforeAll
  static void certify() throws Exception {
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
    shown = Fingerprint.of((X509Certificate) keys.getCertificate("camera"));
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterAll
  static void end() throws Exception {
    plain.close();
  }

  private static ScriptedCamera camera() throws Exception {
    return new ScriptedCamera(
        context
            .getServerSocketFactory()
            .createServerSocket(0, 1, InetAddress.getLoopbackAddress()));
  }

  private static Playing play(ScriptedCamera camera, Optional<Fingerprint> certificate) {
    return Playing.of(
        new RtspAddress(
            Carriage.TLS, "127.0.0.1", camera.start().address().getPort(), "/main", certificate),
        PATIENT);
  }

  @Test
  void tls_certificateThatIsWrittenDown_isPlayed() throws Exception {
    try (ScriptedCamera camera = camera().answerAll().send(ScriptedCamera.keyFrame(0, 1));
        Playing playing = play(camera, Optional.of(shown))) {
      assertThat(playing.frames(1)).allMatch(Frame::key);
      assertThat(camera.asked()).startsWith("OPTIONS rtsps://127.0.0.1:");
      playing.stop();
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.Stopped());
    }
  }

  @Test
  void tls_certificateThatNobodyVouchesFor_isToldWithItsFingerprint() throws Exception {
    try (ScriptedCamera camera = camera();
        Playing playing = play(camera, Optional.empty())) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.NotVouchedFor(shown, false));
      assertThat(playing.outcome().words()).contains("#sha256=" + shown.hex());
    }
  }

  @Test
  void tls_anotherCertificateThanWrittenDown_isRefused() throws Exception {
    Fingerprint other = new Fingerprint("00".repeat(32));
    try (ScriptedCamera camera = camera();
        Playing playing = play(camera, Optional.of(other))) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.NotVouchedFor(shown, true));
    }
  }

  @Test
  void tls_cameraThatSpeaksNone_saysSo() throws Exception {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try (var client = plain.accept()) {
            client
                .getOutputStream()
                .write("RTSP/1.0 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().read();
          } catch (java.io.IOException e) {
            throw new AssertionError(e);
          }
        });
    var address =
        new RtspAddress(Carriage.TLS, "127.0.0.1", plain.getLocalPort(), "/", Optional.empty());
    try (Playing playing = Playing.of(address, PATIENT)) {
      assertThat(playing.outcome().words()).contains("TLS");
    }
  }
}
