package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.rtsp.Credentials;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a client does in mid-session, at a camera whose sessions last 2 seconds: one keep-alive
/// each second.
class KeepAliveTest {
  private static final RtspSettings PATIENT =
      new RtspSettings(
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(15),
          Duration.ofSeconds(15),
          "Test");
  private static final String SETUP = "RTSP/1.0 200 OK\r\nSession: 42;timeout=2\r\n\r\n";

  private ScriptedCamera camera;

  @BeforeEach
  void begin() throws Exception {
    camera = new ScriptedCamera();
  }

  @AfterEach
  void end() throws Exception {
    camera.close();
  }

  private void script(String options) {
    camera
        .answer(options)
        .answer(ScriptedCamera.describe(ScriptedCamera.SDP))
        .answer(SETUP)
        .answer(ScriptedCamera.PLAY);
  }

  private Playing start() {
    return Playing.of(
        camera.start().address(), "/main", Optional.of(new Credentials("u", "p")), PATIENT);
  }

  private String askedAfterPlay() throws InterruptedException {
    String request = camera.asked();
    while (!request.startsWith("PLAY")) {
      request = camera.asked();
    }
    return camera.asked();
  }

  @Test
  void send_getParameterAnnounced_isUsedWithTheSession() throws Exception {
    script(ScriptedCamera.OPTIONS);
    try (Playing playing = start()) {
      assertThat(askedAfterPlay()).startsWith("GET_PARAMETER ").contains("Session: 42");
      assertThat(playing.untaken()).isZero();
    }
  }

  @Test
  void send_getParameterNotAnnounced_isOptions() throws Exception {
    script("RTSP/1.0 200 OK\r\nPublic: OPTIONS, DESCRIBE\r\n\r\n");
    try (Playing playing = start()) {
      assertThat(askedAfterPlay()).startsWith("OPTIONS ").contains("Session: 42");
      assertThat(playing.untaken()).isZero();
    }
  }

  @Test
  void answered_getParameterRefused_isOptionsFromThenOn() throws Exception {
    script(ScriptedCamera.OPTIONS);
    camera.answer("RTSP/1.0 405 Method Not Allowed\r\n\r\n");
    try (Playing playing = start()) {
      assertThat(askedAfterPlay()).startsWith("GET_PARAMETER ");
      assertThat(camera.asked()).startsWith("OPTIONS ");
      assertThat(playing.untaken()).isZero();
    }
  }

  @Test
  void answered_challengeInMidSession_isAnsweredAtOnce() throws Exception {
    script(ScriptedCamera.OPTIONS);
    camera.answer("RTSP/1.0 401 No\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"7\"\r\n\r\n");
    try (Playing playing = start()) {
      assertThat(askedAfterPlay()).doesNotContain("Authorization");
      assertThat(camera.asked()).startsWith("GET_PARAMETER ").contains("nonce=\"7\"");
      assertThat(playing.untaken()).isZero();
    }
  }

  @Test
  void answered_challengeTwice_isRefused() throws Exception {
    String refusal = "RTSP/1.0 401 No\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"7\"\r\n\r\n";
    script(ScriptedCamera.OPTIONS);
    camera.answer(refusal).answer(refusal);
    try (Playing playing = start()) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.CredentialsRefused());
    }
  }

  @Test
  void answered_sessionForgotten_isClosed() throws Exception {
    script(ScriptedCamera.OPTIONS);
    camera.answer("RTSP/1.0 454 Session Not Found\r\n\r\n");
    try (Playing playing = start()) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.ClosedByCamera());
    }
  }
}
