package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.address.Credentials;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a client does in mid-session, at a camera whose sessions last 2 seconds: one keep-alive
/// each second of a clock that the tests move on. Each picture wakes the client, which then looks
/// at its clock.
class KeepAliveTest {
  private static final RtspSettings PATIENT =
      new RtspSettings(
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(15),
          Duration.ofSeconds(15),
          "Test");
  private static final Duration HALF_THE_SESSION = Duration.ofSeconds(1);
  private static final String REFUSAL =
      "RTSP/1.0 401 No\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"7\"\r\n\r\n";

  private final HandClock clock = new HandClock();
  private ScriptedCamera camera;

  @BeforeEach
  void begin() throws Exception {
    camera = new ScriptedCamera();
  }

  @AfterEach
  void end() throws Exception {
    camera.close();
  }

  /// A camera that plays, and sends one picture.
  private void script(String options) {
    camera
        .answer(options)
        .answer(ScriptedCamera.describe(ScriptedCamera.SDP))
        .answer("RTSP/1.0 200 OK\r\nSession: 42;timeout=2\r\n\r\n")
        .answer(ScriptedCamera.PLAY)
        .send(ScriptedCamera.keyFrame(0, 1));
  }

  private Playing start(CaptureClock by) throws InterruptedException {
    Playing playing =
        Playing.of(
            camera.start().address(), "/main", Optional.of(new Credentials("u", "p")), PATIENT, by);
    String request = camera.asked();
    while (!request.startsWith("PLAY")) {
      request = camera.asked();
    }
    return playing;
  }

  /// Waits until the client has taken everything up to a picture, lets a second pass, and wakes it
  /// with the next picture.
  private void passASecondAfter(int picture, Playing playing) throws Exception {
    playing.frames(1);
    clock.moveOn(HALF_THE_SESSION);
    camera.sendNow(ScriptedCamera.keyFrame(0, picture + 1));
  }

  @Test
  void send_getParameterAnnounced_isUsedWithTheSession() throws Exception {
    script(ScriptedCamera.OPTIONS);
    try (Playing playing = start(clock)) {
      passASecondAfter(1, playing);
      assertThat(camera.asked()).startsWith("GET_PARAMETER ").contains("Session: 42");
    }
  }

  /// By this machine's own clock, with nothing to wake the client.
  @Test
  void send_cameraThatIsSilentMeanwhile_isSentAllTheSame() throws Exception {
    script(ScriptedCamera.OPTIONS);
    try (Playing playing = start(Playing.CLOCK)) {
      playing.frames(1);
      assertThat(camera.asked()).startsWith("GET_PARAMETER ").contains("Session: 42");
      assertThat(playing.untaken()).isZero();
    }
  }

  @Test
  void send_getParameterNotAnnounced_isOptions() throws Exception {
    script("RTSP/1.0 200 OK\r\nPublic: OPTIONS, DESCRIBE\r\n\r\n");
    try (Playing playing = start(clock)) {
      passASecondAfter(1, playing);
      assertThat(camera.asked()).startsWith("OPTIONS ").contains("Session: 42");
    }
  }

  @Test
  void answered_getParameterRefused_isOptionsFromThenOn() throws Exception {
    script(ScriptedCamera.OPTIONS);
    camera.answer("RTSP/1.0 405 Method Not Allowed\r\n\r\n").send(ScriptedCamera.keyFrame(0, 3));
    try (Playing playing = start(clock)) {
      passASecondAfter(1, playing);
      assertThat(camera.asked()).startsWith("GET_PARAMETER ");
      playing.frames(1); // the one that woke it
      passASecondAfter(3, playing);
      assertThat(camera.asked()).startsWith("OPTIONS ");
    }
  }

  @Test
  void answered_challengeInMidSession_isAnsweredAtOnce() throws Exception {
    script(ScriptedCamera.OPTIONS);
    camera.answer(REFUSAL);
    try (Playing playing = start(clock)) {
      passASecondAfter(1, playing);
      assertThat(camera.asked()).doesNotContain("Authorization");
      assertThat(camera.asked()).startsWith("GET_PARAMETER ").contains("nonce=\"7\"");
    }
  }

  @Test
  void answered_challengeTwice_isRefused() throws Exception {
    script(ScriptedCamera.OPTIONS);
    camera.answer(REFUSAL).answer(REFUSAL);
    try (Playing playing = start(clock)) {
      passASecondAfter(1, playing);
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.CredentialsRefused());
    }
  }

  @Test
  void answered_sessionForgotten_isClosed() throws Exception {
    script(ScriptedCamera.OPTIONS);
    camera.answer("RTSP/1.0 454 Session Not Found\r\n\r\n");
    try (Playing playing = start(clock)) {
      passASecondAfter(1, playing);
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.ClosedByCamera());
    }
  }
}
