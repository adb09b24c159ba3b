package io.mashrabiya.home.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Track;
import org.junit.jupiter.api.Test;

class LiveAdviceTest {
  private static final long BEGIN = 1_000_000_000;

  private final LiveAdvice advice = new LiveAdvice(false);

  private void saw(boolean key, long second) {
    advice.saw(new Frame(Track.MAIN, BEGIN + second * 1_000_000, key, new byte[] {1}));
  }

  @Test
  void words_keyFramesOften_areNone() {
    for (int second = 0; second < 100; second++) {
      saw(second % 4 == 0, second);
      assertThat(advice.words().toString()).isEmpty();
    }
  }

  @Test
  void words_keyFramesMoreThanTenSecondsApart_sayWhatToSet() {
    saw(true, 0);
    saw(false, 10);
    assertThat(advice.words().toString()).isEmpty();
    saw(false, 11);
    assertThat(advice.words().toString()).contains("key-frame interval", "2 seconds");
  }

  @Test
  void words_keyFramesRareOnce_stayAndAreSaidOnce() {
    for (int second = 0; second < 100; second++) {
      saw(second % 30 == 0, second);
    }
    assertThat(advice.words().toString()).containsOnlyOnce("key-frame interval");
  }

  /// After a fault no picture comes before the next key frame.
  @Test
  void words_gapThatAFaultMade_areNone() {
    saw(true, 0);
    saw(false, 8);
    saw(true, 16);
    saw(false, 17);
    assertThat(advice.words().toString()).isEmpty();
  }

  @Test
  void words_withoutSound_sayItBesideTheRest() {
    LiveAdvice mute = new LiveAdvice(true);
    assertThat(mute.words().toString()).contains("sound").endsWith(".");
    mute.saw(new Frame(Track.MAIN, BEGIN, true, new byte[] {1}));
    mute.saw(new Frame(Track.MAIN, BEGIN + 11_000_000, false, new byte[] {1}));
    assertThat(mute.words().toString()).contains("sound", ". The camera sends key frames");
  }
}
