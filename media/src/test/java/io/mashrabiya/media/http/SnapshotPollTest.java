package io.mashrabiya.media.http;

import static io.mashrabiya.media.http.ScriptedHttpCamera.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.rtp.StreamEvent;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A camera that gives one picture for each question.
@Timeout(60)
class SnapshotPollTest {
  private ScriptedHttpCamera camera;

  @BeforeEach
  void begin() throws Exception {
    camera = new ScriptedHttpCamera();
  }

  @AfterEach
  void end() throws Exception {
    camera.close();
  }

  @Test
  void poll_pictureThatChanges_isEachOfThem() throws Exception {
    try (PlayingHttp playing = PlayingHttp.of(camera.address())) {
      camera.answers(snapshot(Jpegs.ONE));
      Frame first = playing.frame();
      assertThat(first.payload()).isEqualTo(Jpegs.ONE);
      assertThat(first.captureTimeMicros()).isEqualTo(playing.nowMicros.get());
      playing.pass(Duration.ofMillis(300));
      playing.endRest();
      camera.answers(snapshot(Jpegs.TWO));
      Frame second = playing.frame();
      assertThat(second.payload()).isEqualTo(Jpegs.TWO);
      assertThat(second.captureTimeMicros() - first.captureTimeMicros()).isEqualTo(300_000);
    }
  }

  /// From question to question, whatever the answer took.
  @Test
  void rest_isWhatIsLeftOfTheInterval() throws Exception {
    HttpAddress address = camera.address().every(Duration.ofSeconds(5));
    try (PlayingHttp playing = PlayingHttp.of(address)) {
      try (var connection = camera.accept()) {
        connection.hears();
        playing.pass(Duration.ofMillis(1_200));
        connection.says(snapshot(Jpegs.ONE));
      }
      assertThat(playing.endRest()).isEqualTo(Duration.ofMillis(3_800));
      try (var connection = camera.accept()) {
        connection.hears();
        playing.pass(Duration.ofSeconds(4));
        playing.hears(connection, "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n");
        playing.pass(Duration.ofSeconds(4));
        connection.says(Jpegs.TWO);
      }
      assertThat(playing.endRest()).isEqualTo(Duration.ZERO);
    }
  }

  @Test
  void poll_sameBytes_areNoNewPicture() throws Exception {
    try (PlayingHttp playing = PlayingHttp.of(camera.address())) {
      camera.answers(snapshot(Jpegs.ONE));
      playing.endRest();
      camera.answers(snapshot(Jpegs.ONE));
      playing.endRest();
      camera.answers(snapshot(Jpegs.TWO));
      assertThat(playing.frame().payload()).isEqualTo(Jpegs.ONE);
      assertThat(playing.frame().payload()).isEqualTo(Jpegs.TWO);
      assertThat(playing.counters.of(StreamEvent.FRAME)).isEqualTo(2);
      assertThat(playing.counters.of(StreamEvent.SNAPSHOT)).isEqualTo(3);
    }
  }

  @Test
  void poll_sameBytesForThirtySeconds_isFrozen() throws Exception {
    try (PlayingHttp playing = PlayingHttp.of(camera.address())) {
      camera.answers(snapshot(Jpegs.ONE));
      for (int second = 0; second < 30; second += 10) {
        playing.awaitRest();
        playing.pass(Duration.ofSeconds(10));
        playing.releaseRest();
        camera.answers(snapshot(Jpegs.ONE));
      }
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.Frozen());
    }
  }

  /// An old picture does not pass for a new one because the connection is.
  @Test
  void poll_sameBytesWithTheNextClient_areNoNewPicture() throws Exception {
    NewestSnapshot newest = new NewestSnapshot();
    try (PlayingHttp playing = PlayingHttp.of(camera.address(), newest)) {
      camera.answers(snapshot(Jpegs.ONE));
      playing.frame();
    }
    try (PlayingHttp playing = PlayingHttp.of(camera.address(), newest)) {
      camera.answers(snapshot(Jpegs.ONE));
      playing.endRest();
      camera.answers(snapshot(Jpegs.TWO));
      assertThat(playing.frame().payload()).isEqualTo(Jpegs.TWO);
    }
  }

  @Test
  void poll_brokenPicture_isLeftOutAndAskedForAgain() throws Exception {
    try (PlayingHttp playing = PlayingHttp.of(camera.address())) {
      camera.answers(snapshot(Arrays.copyOf(Jpegs.ONE, 200)));
      playing.endRest();
      camera.answers(snapshot(Jpegs.ONE));
      assertThat(playing.frame().payload()).isEqualTo(Jpegs.ONE);
      assertThat(playing.counters.of(StreamEvent.PAYLOAD_MALFORMED)).isOne();
    }
  }

  @Test
  void poll_lessThanTold_isClosedByCamera() throws Exception {
    try (PlayingHttp playing = PlayingHttp.of(camera.address())) {
      camera.answers(
          "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: 99999\r\n\r\n",
          Jpegs.ONE);
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.ClosedByCamera());
    }
  }

  @Test
  void poll_endlessPicture_isMalformed() throws Exception {
    try (PlayingHttp playing = PlayingHttp.of(camera.address());
        var connection = camera.accept()) {
      connection.hears();
      connection.says("HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n");
      connection.says(new byte[JpegParts.MOST_BYTES + 1]);
      assertThat(playing.outcome()).isInstanceOf(HttpOutcome.Malformed.class);
    }
  }

  @Test
  void poll_withoutType_isKnownByItsFirstByte() throws Exception {
    try (PlayingHttp playing = PlayingHttp.of(camera.address())) {
      camera.answers("HTTP/1.0 200 OK\r\n\r\n", Jpegs.ONE);
      assertThat(playing.frame().payload()).isEqualTo(Jpegs.ONE);
    }
  }

  /// The challenge is remembered, so that not every question is asked twice.
  @Test
  void poll_digest_isAnsweredAheadFromThenOn() throws Exception {
    try (PlayingHttp playing = PlayingHttp.of(camera.address(), new Credentials("mona", "hush"))) {
      camera.answers(
          "HTTP/1.1 401 No\r\nWWW-Authenticate: Digest realm=\"c\", nonce=\"n\", qop=\"auth\"\r\n\r\n");
      assertThat(camera.answers(snapshot(Jpegs.ONE))).contains("nc=00000001");
      playing.endRest();
      assertThat(camera.answers(snapshot(Jpegs.TWO))).contains("nc=00000002");
      playing.frame();
      playing.frame();
    }
  }

  @Test
  void stop_whileResting_endsIt() throws Exception {
    try (PlayingHttp playing = PlayingHttp.of(camera.address())) {
      camera.answers(snapshot(Jpegs.ONE));
      playing.awaitRest();
      playing.stop();
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.Stopped());
    }
  }
}
