package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.h264.ParameterSets;
import io.mashrabiya.media.rtp.StreamEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Cameras whose stream changes while it plays: sets, sizes, sources, clocks, and the network
/// between. Time stands still unless the test moves it on.
class UnsteadyCameraTest {
  private static final Duration GUARD = Duration.ofSeconds(15);
  private static final RtspSettings SHORT_OF_PATIENCE =
      new RtspSettings(GUARD, GUARD, Duration.ofSeconds(5), Duration.ofSeconds(30), "Test");
  private static final int SOURCE = 7;
  private static final byte[] IDR = {0x65, (byte) 0x88, 1, 2};
  private static final byte[] SLICE = {0x41, (byte) 0x9a, 1, 2};

  /// Of 1280x720, where the description has one of 640x360.
  private static final byte[] LARGE_SPS =
      HexFormat.of().parseHex("6764001facd9405005bb011000000300100000030320f1831960");

  private static final byte[] PPS = HexFormat.of().parseHex("68ebe3cb22c0");

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

  private Playing play() {
    return Playing.of(
        camera.start().address(), "/main", Optional.empty(), SHORT_OF_PATIENCE, clock);
  }

  private ScriptedCamera described(String sdp) {
    return camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(sdp))
        .answer(ScriptedCamera.SETUP)
        .answer(ScriptedCamera.PLAY);
  }

  private byte[] picture(int timestamp90k, byte[] unit) {
    return ScriptedCamera.picture(SOURCE, ++number, timestamp90k, true, unit);
  }

  private byte[] unmarked(int timestamp90k, byte[] unit) {
    return ScriptedCamera.picture(SOURCE, ++number, timestamp90k, false, unit);
  }

  private static byte[] sequenceSet(Frame frame) {
    return ParameterSets.in(frame.payload()).firstSequence().orElseThrow();
  }

  @Test
  void setsOnlyInBand_arePlayedFromTheFirstKeyFrameThatHasThem() throws Exception {
    described(ScriptedCamera.SDP.replaceAll(";sprop[^\n]*", ""))
        .send(picture(0, IDR))
        .send(unmarked(3_600, LARGE_SPS))
        .send(unmarked(3_600, PPS))
        .send(picture(3_600, IDR));
    try (Playing playing = play()) {
      assertThat(sequenceSet(playing.frames(1).getFirst())).isEqualTo(LARGE_SPS);
      assertThat(playing.counters.of(StreamEvent.FRAME_WITHOUT_PARAMETERS)).isOne();
    }
  }

  @Test
  void setsOnlyInTheDescription_areBeforeEveryKeyFrame() throws Exception {
    described(ScriptedCamera.SDP).send(picture(0, IDR)).send(picture(3_600, IDR));
    try (Playing playing = play()) {
      assertThat(playing.frames(2))
          .allSatisfy(frame -> assertThat(sequenceSet(frame)).startsWith(0x67, 0x64, 0, 0x1e));
    }
  }

  @Test
  void resolutionThatChanges_isThatOfTheNextKeyFrame() throws Exception {
    described(ScriptedCamera.SDP)
        .send(picture(0, IDR))
        .send(picture(3_600, SLICE))
        .send(unmarked(7_200, LARGE_SPS))
        .send(unmarked(7_200, PPS))
        .send(picture(7_200, IDR))
        .send(picture(10_800, SLICE));
    try (Playing playing = play()) {
      List<Frame> frames = playing.frames(4);
      assertThat(sequenceSet(frames.getFirst())).isNotEqualTo(LARGE_SPS);
      assertThat(sequenceSet(frames.get(2))).isEqualTo(LARGE_SPS);
      assertThat(frames).extracting(Frame::key).containsExactly(true, false, true, false);
    }
  }

  @Test
  void descriptionWithWrongSets_isCorrectedByTheStream() throws Exception {
    described(ScriptedCamera.SDP)
        .send(unmarked(0, LARGE_SPS))
        .send(unmarked(0, PPS))
        .send(picture(0, IDR));
    try (Playing playing = play()) {
      assertThat(sequenceSet(playing.frames(1).getFirst())).isEqualTo(LARGE_SPS);
    }
  }

  @Test
  void rebootOnTheSameConnection_goesOnAtItsNextKeyFrame() throws Exception {
    number = 40_000;
    described(ScriptedCamera.SDP)
        .send(picture(900_000_000, IDR))
        .send(picture(900_003_600, SLICE))
        .send(ScriptedCamera.picture(99, 1, 0, true, SLICE))
        .send(ScriptedCamera.picture(99, 2, 3_600, true, IDR))
        .send(ScriptedCamera.picture(99, 3, 7_200, true, SLICE));
    try (Playing playing = play()) {
      List<Frame> frames = playing.frames(4);
      assertThat(frames).extracting(Frame::key).containsExactly(true, false, true, false);
      assertSane(frames);
      assertThat(playing.counters.of(StreamEvent.SENDER_RESTARTED)).isOne();
      assertThat(playing.counters.of(StreamEvent.PACKET_LOST)).isZero();
    }
  }

  /// Never in the future, never older than what smoothing may do, and rising.
  private void assertSane(List<Frame> frames) {
    assertThat(frames).extracting(Frame::captureTimeMicros).isSorted().doesNotHaveDuplicates();
    assertThat(frames)
        .allSatisfy(frame ->
            assertThat(frame.captureTimeMicros())
                .isBetween(clock.nowMicros() - 500_000, clock.nowMicros() + frames.size()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "wraps, -7200, 3600, 0",
    "stands still, 5000, 0, 9",
    "runs backwards, 5000, -3600, 9",
    "jumps a minute each time, 5000, 5400000, 9"
  })
  void timestamps_ofAnyKind_leaveCaptureTimesSane(
      String what, int first, int step, int jumpsAtLeast) throws Exception {
    described(ScriptedCamera.SDP);
    for (int i = 0; i < 10; i++) {
      camera.send(picture(first + i * step, IDR));
    }
    try (Playing playing = play()) {
      assertSane(playing.frames(10));
      assertThat(playing.counters.of(StreamEvent.CLOCK_JUMPED)).isEqualTo(jumpsAtLeast);
    }
  }

  /// Pictures of B-frames come in decoding order, and their timestamps go back and forth.
  @Test
  void reorderedPictures_comeInDecodingOrderWithSaneTimes() throws Exception {
    described(ScriptedCamera.SDP).send(picture(0, IDR));
    int[] order = {3, 1, 2, 6, 4, 5};
    for (int at : order) {
      camera.send(picture(at * 3_600, new byte[] {0x41, (byte) 0x9a, (byte) at}));
    }
    try (Playing playing = play()) {
      List<Frame> frames = playing.frames(7);
      assertSane(frames);
      assertThat(frames.subList(1, 7))
          .extracting(frame -> (int) frame.payload()[frame.payload().length - 1])
          .containsExactly(Arrays.stream(order).boxed().toArray(Integer[]::new));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80c80006 00000007 0000000000000000 00000000 00000000 00000000", // 1900
        "80c80006 00000007 ffffffffffffffff ffffffff ffffffff ffffffff",
        "80c80006 00000063 e0000000 00000000 00000000 00000000 00000000", // of another source
        "80c8ffff 00000007", // a length that lies
        "80c80000", // without anything
        "ffffffff",
        "00"
      })
  void senderReports_thatAreWrong_areIgnored(String hex) throws Exception {
    byte[] report = HexFormat.of().parseHex(hex.replace(" ", ""));
    described(ScriptedCamera.SDP)
        .send(ScriptedCamera.interleaved(1, report))
        .send(picture(0, IDR))
        .send(ScriptedCamera.interleaved(1, report))
        .send(picture(3_600, SLICE));
    try (Playing playing = play()) {
      assertSane(playing.frames(2));
    }
  }

  /// As behind a slow Wi-Fi: nothing for almost as long as patience lasts, then all at once.
  @Test
  void pausesAndBursts_areNeitherSilenceNorLossAndAsOldAsTheyAre() throws Exception {
    described(ScriptedCamera.SDP).send(picture(0, IDR));
    try (Playing playing = play()) {
      playing.frames(1);
      for (int burst = 1; burst <= 3; burst++) {
        clock.moveOn(Duration.ofMillis(4_900));
        int atOnce = 122;
        for (int i = 0; i < atOnce; i++) {
          camera.sendNow(picture(number * 3_600, SLICE));
        }
        List<Frame> frames = playing.frames(atOnce);
        assertThat(frames.getFirst().captureTimeMicros())
            .isLessThan(clock.nowMicros() - 4_500_000); // it is as old as it was held back
        assertSane(frames.subList(atOnce - 10, atOnce));
      }
      assertThat(playing.counters.snapshot())
          .containsEntry(StreamEvent.FRAME, 367L)
          .doesNotContainKeys(
              StreamEvent.CLOCK_JUMPED, StreamEvent.PACKET_LOST, StreamEvent.FRAME_DAMAGED);
    }
  }

  @Test
  void packetsThatTheCameraLeavesOut_costPicturesUpToTheNextKeyFrame() throws Exception {
    described(ScriptedCamera.SDP).send(picture(0, IDR));
    number += 5;
    camera.send(picture(3_600, SLICE)).send(picture(7_200, IDR)).send(picture(10_800, SLICE));
    try (Playing playing = play()) {
      assertThat(playing.frames(3)).extracting(Frame::key).containsExactly(true, true, false);
      assertThat(playing.counters.snapshot())
          .containsEntry(StreamEvent.PACKET_LOST, 5L)
          .containsEntry(StreamEvent.FRAME_BEFORE_KEY, 1L);
    }
  }

  @Test
  void twoSlicesInAPicture_areOneFrame() throws Exception {
    described(ScriptedCamera.SDP)
        .send(unmarked(0, IDR))
        .send(picture(0, new byte[] {0x65, 0x44, 3}))
        .send(picture(3_600, SLICE));
    try (Playing playing = play()) {
      assertThat(playing.frames(2)).extracting(Frame::key).containsExactly(true, false);
    }
  }
}
