package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.address.Fingerprint;
import io.mashrabiya.media.rtsp.Carriage;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.socket.SelfSigned;
import io.mashrabiya.media.socket.TlsFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A camera behind TLS whose certificate nobody vouches for, as cameras have them.
class SecureCameraTest {
  private static final Duration GUARD = Duration.ofSeconds(15);
  private static final RtspSettings PATIENT = new RtspSettings(GUARD, GUARD, GUARD, GUARD, "Test");
  @TempDir private static Path folder;
  private static SelfSigned certificate;
  private static Fingerprint shown;
  private static ServerSocket plain;

  @BeforeAll
  static void certify() throws Exception {
    certificate = SelfSigned.in(folder);
    shown = certificate.fingerprint();
    plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterAll
  static void end() throws Exception {
    plain.close();
  }

  private static ScriptedCamera camera() throws Exception {
    return new ScriptedCamera(certificate.listen());
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
      assertThat(playing.outcome())
          .isEqualTo(new RtspOutcome.NotSecured(new TlsFailure.NotVouchedFor(shown, false)));
      assertThat(playing.outcome().words()).asString().contains("#sha256=" + shown.hex());
    }
  }

  @Test
  void tls_anotherCertificateThanWrittenDown_isRefused() throws Exception {
    Fingerprint other = new Fingerprint("00".repeat(32));
    try (ScriptedCamera camera = camera();
        Playing playing = play(camera, Optional.of(other))) {
      assertThat(playing.outcome())
          .isEqualTo(new RtspOutcome.NotSecured(new TlsFailure.NotVouchedFor(shown, true)));
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
      assertThat(playing.outcome().words()).asString().contains("TLS");
    }
  }

  @Test
  void tls_cameraThatAcceptsAndSaysNothing_isSilent() throws Exception {
    var address =
        new RtspAddress(Carriage.TLS, "127.0.0.1", plain.getLocalPort(), "/", Optional.empty());
    Duration brief = Duration.ofMillis(200);
    try (Playing playing =
        Playing.of(address, new RtspSettings(GUARD, brief, GUARD, GUARD, "Test"))) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.Silent(say("TLS handshake")));
    }
  }
}
