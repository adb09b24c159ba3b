package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.rtp.StreamEvent;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Cameras whose key frames are very far apart, or come once and never again. Time stands still
/// unless the test moves it on; each picture makes the client look at its clock.
class LongGroupTest {
  private static final Duration GUARD = Duration.ofSeconds(40);
  private static final RtspSettings PATIENT = new RtspSettings(GUARD, GUARD, GUARD, GUARD, "Test");
  private static final int SOURCE = 0xcafe;
  private static final byte[] IDR = {0x65, (byte) 0x88, 1, 2};
  private static final byte[] SLICE = {0x41, (byte) 0x9a, 1, 2};
  private static final String PICTURE_LOSS = "81ce0002";
  private static final String FULL_INTRA = "84ce0004";

  private final HandClock clock = new HandClock();
  private ScriptedCamera camera;
  private int number;

  @BeforeEach
  void begin() throws Exception {
    camera = new ScriptedCamera();
  }

  @AfterEach
  void end() throws Exception {
    camera.close();
  }

  private Playing play() throws InterruptedException {
    Playing playing =
        Playing.of(camera.start().address(), "/main", Optional.empty(), PATIENT, clock);
    while (!camera.asked().startsWith("PLAY")) {
      // what leads to it
    }
    return playing;
  }

  private byte[] next(byte[] unit) {
    number++;
    return ScriptedCamera.picture(SOURCE, number, number * 3_600, true, unit);
  }

  /// Sends a picture, and waits until it was looked at.
  private void sends(Playing playing, byte[] unit, StreamEvent counted) throws Exception {
    long before = playing.counters.of(counted);
    camera.sendNow(next(unit));
    Eventually.holds(() -> playing.counters.of(counted) == before + 1);
  }

  @Test
  void noKeyFrameAtAll_isAskedForByItsSource() throws Exception {
    camera.answerAll();
    try (Playing playing = play()) {
      sends(playing, SLICE, StreamEvent.FRAME_BEFORE_KEY);
      clock.moveOn(KeyFrameRequests.STALLED);
      sends(playing, SLICE, StreamEvent.FRAME_BEFORE_KEY);
      assertThat(camera.asked())
          .startsWith("$1 80c9")
          .contains(PICTURE_LOSS)
          .endsWith("0000" + "cafe");
      sends(playing, IDR, StreamEvent.KEY_FRAME);
      assertThat(playing.frames(1).getFirst().key()).isTrue();
      assertThat(playing.counters.of(StreamEvent.KEY_FRAME_REQUESTED)).isOne();
    }
  }

  @Test
  void pictureLossIgnored_isFollowedByAFullIntraRequest() throws Exception {
    camera.answerAll();
    try (Playing playing = play()) {
      sends(playing, SLICE, StreamEvent.FRAME_BEFORE_KEY);
      for (String way : new String[] {PICTURE_LOSS, PICTURE_LOSS, FULL_INTRA}) {
        clock.moveOn(Duration.ofSeconds(6));
        sends(playing, SLICE, StreamEvent.FRAME_BEFORE_KEY);
        assertThat(camera.asked()).startsWith("$1 ").contains(way);
      }
    }
  }

  @Test
  void infiniteGroup_goesOnAndIsAskedForAKeyFrameEveryTenSeconds() throws Exception {
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(ScriptedCamera.SDP))
        .answer("RTSP/1.0 200 OK\r\nSession: 42;timeout=600\r\n\r\n")
        .answer(ScriptedCamera.PLAY)
        .send(next(IDR));
    try (Playing playing = play()) {
      playing.frames(1);
      for (int round = 0; round < 3; round++) {
        // one more than the interval: time may pass before the key frame's time is noted
        for (int second = 0; second <= KeyFrameRequests.LONGEST_INTERVAL.toSeconds(); second++) {
          clock.moveOn(Duration.ofSeconds(1));
          sends(playing, SLICE, StreamEvent.FRAME);
        }
        assertThat(camera.asked()).contains(PICTURE_LOSS);
        sends(playing, IDR, StreamEvent.KEY_FRAME);
      }
      assertThat(playing.counters.of(StreamEvent.KEY_FRAME_REQUESTED)).isEqualTo(3);
      assertThat(playing.untaken()).isEqualTo(3 * 12);
    }
  }

  @Test
  void otherChannelOfControl_isTheOneThatIsAskedOn() throws Exception {
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(ScriptedCamera.SDP))
        .answer(ScriptedCamera.SETUP.replace("0-1", "0-9"))
        .answer(ScriptedCamera.PLAY);
    try (Playing playing = play()) {
      sends(playing, SLICE, StreamEvent.FRAME_BEFORE_KEY);
      clock.moveOn(KeyFrameRequests.STALLED);
      sends(playing, SLICE, StreamEvent.FRAME_BEFORE_KEY);
      assertThat(camera.asked()).startsWith("$9 ").contains(PICTURE_LOSS);
    }
  }

  @Test
  void motionJpeg_isNeverAskedForAKeyFrame() throws Exception {
    String sdp = "v=0\nm=video 0 RTP/AVP 26\na=control:trackID=1\n";
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(sdp))
        .answer(ScriptedCamera.SETUP)
        .answer(ScriptedCamera.PLAY);
    try (Playing playing = play()) {
      byte[] broken = ScriptedCamera.picture(SOURCE, 1, 0, false, (byte) 0);
      broken[5] = 26;
      for (int i = 0; i < 10; i++) {
        clock.moveOn(KeyFrameRequests.STALLED);
        broken[7]++;
        camera.sendNow(broken);
        long packets = i + 1;
        Eventually.holds(() -> playing.counters.of(StreamEvent.PACKET) == packets);
      }
      assertThat(playing.counters.of(StreamEvent.KEY_FRAME_REQUESTED)).isZero();
    }
  }
}
