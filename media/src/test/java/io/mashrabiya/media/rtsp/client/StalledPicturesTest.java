package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.rtp.StreamEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Cameras whose packets come and whose pictures do not. Time passes by a millisecond whenever
/// somebody looks at the clock, so that it passes with the packets.
class StalledPicturesTest {
  private static final int PACKETS = 2_000;
  private static final int MARKER = 0x80;
  private static final int PAYLOAD_TYPE = 96;
  private static final byte[] IDR = {0x65, (byte) 0x88, 1, 2};
  private static final byte[] SLICE = {0x41, (byte) 0x9a, 1, 2};

  /// An IDR picture in FU-A: its start, and more of it.
  private static final byte[] START = {0x7c, (byte) 0x85, (byte) 0x88, 2};

  private static final byte[] MORE = {0x7c, 0x05, 1, 2};

  /// A quarter of what the packets take at the least.
  private static final Duration FRAME = Duration.ofMillis(PACKETS / 4);

  private static final Duration GUARD = Duration.ofSeconds(15);
  private static final RtspSettings FOR_FRAMES_SHORT =
      new RtspSettings(GUARD, GUARD, GUARD, FRAME, "Test");

  private final AtomicLong looks = new AtomicLong();
  private final CaptureClock clock = () -> looks.incrementAndGet() * 1_000;
  private ScriptedCamera camera;

  @BeforeEach
  void begin() throws Exception {
    camera = new ScriptedCamera().answerAll();
  }

  @AfterEach
  void end() throws Exception {
    camera.close();
  }

  private Playing play() {
    return Playing.of(camera.start().address(), "/main", Optional.empty(), FOR_FRAMES_SHORT, clock);
  }

  private static byte[] packet(int sequenceNumber, int timestamp90k, int mark, byte[] payload) {
    byte[] packet = new byte[12 + payload.length];
    packet[0] = (byte) 0x80;
    packet[1] = (byte) (mark | PAYLOAD_TYPE);
    packet[2] = (byte) (sequenceNumber >> 8);
    packet[3] = (byte) sequenceNumber;
    packet[6] = (byte) (timestamp90k >> 8);
    packet[7] = (byte) timestamp90k;
    packet[11] = 1;
    System.arraycopy(payload, 0, packet, 12, payload.length);
    return ScriptedCamera.interleaved(0, packet);
  }

  @Test
  void picturesWithoutAKeyFrame_saysWhatToSet() throws Exception {
    for (int number = 1; number <= PACKETS; number++) {
      camera.send(packet(number, number, MARKER, SLICE));
    }
    try (Playing playing = play()) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.NoKeyFrame());
      assertThat(playing.outcome().words()).asString().contains("key-frame interval", "2 seconds");
      assertThat(playing.counters.of(StreamEvent.FRAME_BEFORE_KEY)).isPositive();
    }
  }

  @Test
  void pictureThatNeverEnds_isSilentThoughTheCameraPlayedBefore() throws Exception {
    camera.send(packet(1, 1, MARKER, IDR));
    camera.send(packet(2, 2, 0, START));
    for (int number = 3; number <= PACKETS; number++) {
      camera.send(packet(number, 2, 0, MORE));
    }
    try (Playing playing = play()) {
      playing.frames(1);
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.Silent(say("whole pictures")));
      assertThat(playing.counters.of(StreamEvent.FRAME)).isOne();
    }
  }

  @Test
  void picturesThatGoOn_arePlayedForAsLongAsTheyDo() throws Exception {
    for (int number = 1; number <= PACKETS; number++) {
      camera.send(packet(number, number, MARKER, IDR));
    }
    try (Playing playing = play()) {
      assertThat(playing.frames(PACKETS)).hasSize(PACKETS);
    }
  }
}
