package io.mashrabiya.media.http;

import static io.mashrabiya.media.http.ScriptedHttpCamera.STREAM;
import static io.mashrabiya.media.http.ScriptedHttpCamera.part;
import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.address.Fingerprint;
import io.mashrabiya.media.socket.SelfSigned;
import io.mashrabiya.media.socket.TlsFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A camera over `https` whose certificate nobody vouches for, as cameras have them.
@Timeout(60)
class SecureHttpCameraTest {
  @TempDir private static Path folder;
  private static SelfSigned certificate;

  @BeforeAll
  static void certify() throws Exception {
    certificate = SelfSigned.in(folder);
  }

  @Test
  void https_certificateThatIsWrittenDown_isPlayed() throws Exception {
    try (ScriptedHttpCamera camera = new ScriptedHttpCamera(certificate.listen());
        PlayingHttp playing =
            PlayingHttp.of(camera.secureAddress(Optional.of(certificate.fingerprint())));
        var connection = camera.accept()) {
      assertThat(connection.hears()).startsWith("GET /video HTTP/1.1");
      connection.says(STREAM, part(Jpegs.ONE));
      assertThat(playing.frame().payload()).isEqualTo(Jpegs.ONE);
      playing.stop();
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.Stopped());
    }
  }

  /// Whoever is not known is told nothing, not even the path.
  @Test
  void https_certificateThatNobodyVouchesFor_isToldWithItsFingerprint() throws Exception {
    try (ScriptedHttpCamera camera = new ScriptedHttpCamera(certificate.listen());
        PlayingHttp playing = PlayingHttp.of(camera.secureAddress(Optional.empty()))) {
      assertThat(heard(camera)).isEmpty();
      assertThat(playing.outcome())
          .isEqualTo(
              new HttpOutcome.NotSecured(
                  new TlsFailure.NotVouchedFor(certificate.fingerprint(), false)));
      assertThat(playing.outcome().words())
          .asString()
          .contains("#sha256=" + certificate.fingerprint());
    }
  }

  @Test
  void https_anotherCertificateThanWrittenDown_isRefused() throws Exception {
    Fingerprint other = new Fingerprint("00".repeat(32));
    try (ScriptedHttpCamera camera = new ScriptedHttpCamera(certificate.listen());
        PlayingHttp playing = PlayingHttp.of(camera.secureAddress(Optional.of(other)))) {
      assertThat(heard(camera)).isEmpty();
      assertThat(playing.outcome())
          .isEqualTo(
              new HttpOutcome.NotSecured(
                  new TlsFailure.NotVouchedFor(certificate.fingerprint(), true)));
    }
  }

  private static String heard(ScriptedHttpCamera camera) {
    try (var connection = camera.accept()) {
      return connection.hears();
    } catch (IOException e) {
      return ""; // the handshake failed in one way or another
    }
  }

  @Test
  void https_cameraThatSpeaksNone_saysSo() throws Exception {
    try (ScriptedHttpCamera camera = new ScriptedHttpCamera();
        PlayingHttp playing = PlayingHttp.of(camera.secureAddress(Optional.empty()));
        var connection = camera.accept()) {
      connection.says("HTTP/1.1 400 Bad Request\r\n\r\n");
      assertThat(playing.outcome().words()).asString().contains("TLS");
    }
  }

  @Test
  void https_cameraThatDripsItsHandshake_isSilent() throws Exception {
    try (ScriptedHttpCamera camera = new ScriptedHttpCamera();
        PlayingHttp playing = PlayingHttp.of(camera.secureAddress(Optional.empty()));
        var connection = camera.accept()) {
      connection.says(new byte[] {22, 3, 3, 64, 0});
      assertThat(playing.drips(connection, Duration.ofSeconds(1)))
          .isLessThan(Duration.ofSeconds(10));
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.Silent(say("TLS handshake")));
    }
  }

  /// A question a second shall not cost a camera a whole handshake each.
  @Test
  void https_oneQuestionAfterTheOther_resumesTheSession() throws Exception {
    try (ScriptedHttpCamera camera = new ScriptedHttpCamera(certificate.listen());
        PlayingHttp playing =
            PlayingHttp.of(camera.secureAddress(Optional.of(certificate.fingerprint())))) {
      long began = answered(camera, Jpegs.ONE);
      playing.frame();
      while (System.currentTimeMillis() == began) {
        Thread.onSpinWait(); // so that the beginning of another session would be another one
      }
      playing.endRest();
      assertThat(answered(camera, Jpegs.TWO)).isEqualTo(began);
    }
  }

  /// When the session began that the question came in.
  private static long answered(ScriptedHttpCamera camera, byte[] picture) throws IOException {
    try (var connection = camera.accept()) {
      connection.hears();
      connection.says(ScriptedHttpCamera.snapshot(picture));
      return connection.sessionBeganMillis();
    }
  }
}
