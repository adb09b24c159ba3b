package io.mashrabiya.device.accept;

import static io.mashrabiya.device.accept.Frames.MAIN;
import static io.mashrabiya.device.accept.Frames.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitingFramesTest {
  private static final int HALF = (int) WaitingFrames.MAX_BYTES / 2;

  private final WaitingFrames waiting = new WaitingFrames();

  private boolean add(SealedFrame frame) {
    return waiting.add(frame, Duration.ZERO);
  }

  private static SealedFrame ofBytes(long number, int sizeBytes) {
    return new SealedFrame(Kind.KEY, number, MAIN, number, new byte[sizeBytes]);
  }

  @Test
  void add_moreFramesThanMayWait_isRefused() {
    for (int i = 0; i < WaitingFrames.MAX_FRAMES; i++) {
      assertThat(add(key(MAIN, i))).isTrue();
    }
    assertThat(add(key(MAIN, 99))).isFalse();
  }

  @Test
  void add_moreBytesThanMayWait_isRefusedUntilSomeAreReleased() {
    assertThat(add(ofBytes(1, HALF))).isTrue();
    assertThat(add(ofBytes(2, HALF))).isTrue();
    assertThat(add(ofBytes(3, 1))).isFalse();
    assertThat(waiting.release(frame -> frame.frame().number() == 1, frame -> false).again())
        .extracting(SealedFrame::number)
        .containsExactly(1L);
    assertThat(add(ofBytes(4, HALF))).isTrue();
    assertThat(add(ofBytes(5, 1))).isFalse();
  }
}
