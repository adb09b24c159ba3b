package io.mashrabiya.media.h264;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.SyntheticPictures;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.h264.SequenceParameterSet.Reading;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceParameterSetTest {
  private static final String HIGH = "6764001eacd940a02ff97011000003000100000300320f162d96";

  /// Parameter sets of encoders that others wrote; the sizes are what ffprobe says of their
  /// streams.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "x264 high 640x360 two B-frames, " + HIGH + ", 640, 360, avc1.64001e, 2",
    "x264 baseline 1080p, 6742c028d900780227e5c044000003000400000300c83c60c920, 1920, 1080,"
        + " avc1.42c028, 0",
    "x264 main interlaced, 674d4015eca0b096c044000003000400000300ca7c50a658, 352, 288,"
        + " avc1.4d4015, 2",
    "openh264 baseline, 6742c00d8c8d40a0f900f08846a0, 320, 240, avc1.42c00d, 0"
  })
  void read_encodersSet_givesSizeAndProfile(
      String name, String hex, int width, int height, String codecs, int reorder) {
    assertThat(SequenceParameterSet.read(HexFormat.of().parseHex(hex)))
        .isInstanceOfSatisfying(
            Reading.Understood.class,
            reading -> {
              SequenceParameterSet set = reading.set();
              assertThat(set.width()).isEqualTo(width);
              assertThat(set.height()).isEqualTo(height);
              assertThat(set.codecs()).isEqualTo(codecs);
              assertThat(set.maxReorderFrames()).isEqualTo(OptionalInt.of(reorder));
            });
  }

  @Test
  void ofKeyFrame_frames_givesTheSetOfAKeyFrameOnly() {
    Frame key = new Frame(Track.MAIN, 0, true, SyntheticPictures.key(10));
    assertThat(SequenceParameterSet.ofKeyFrame(key))
        .hasValueSatisfying(set -> assertThat(set.codecs()).isEqualTo("avc1.64001e"));
    Frame delta = new Frame(Track.MAIN, 0, false, SyntheticPictures.delta(10));
    assertThat(SequenceParameterSet.ofKeyFrame(delta)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "67",
        "674200",
        "68ebe3cb22c0",
        "6742001e",
        "6742001eff",
        "67420000000000000000000000"
      })
  void read_notASet_isMalformed(String hex) {
    assertThat(SequenceParameterSet.read(HexFormat.of().parseHex(hex)))
        .isInstanceOf(Reading.Malformed.class);
  }

  @Test
  void read_setCutShortInItsSize_isMalformedThere() {
    byte[] cut = Arrays.copyOf(HexFormat.of().parseHex(HIGH), 8);
    assertThat(SequenceParameterSet.read(cut))
        .isEqualTo(new Reading.Malformed(64, "pic_width_in_mbs_minus1"));
  }

  @Test
  void read_setCutShortInItsVui_saysNothingOfReordering() {
    byte[] cut = Arrays.copyOf(HexFormat.of().parseHex(HIGH), 16);
    assertThat(SequenceParameterSet.read(cut))
        .isInstanceOfSatisfying(
            Reading.Understood.class,
            reading -> assertThat(reading.set().maxReorderFrames()).isEmpty());
  }

  /// Every other value of every byte: whatever comes out is plausible or malformed.
  @Test
  void read_anyByteReplaced_isPlausibleOrMalformed() {
    byte[] set = HexFormat.of().parseHex(HIGH);
    for (int at = 1; at < set.length; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] replaced = set.clone();
        replaced[at] = (byte) value;
        switch (SequenceParameterSet.read(replaced)) {
          case Reading.Understood(SequenceParameterSet read) -> {
            assertThat(read.width()).isBetween(1, 16 * 1055);
            assertThat(read.height()).isBetween(1, 16 * 1055);
            assertThat(read.id()).isBetween(0, 31);
          }
          case Reading.Malformed malformed -> assertThat(malformed.element()).isNotEmpty();
        }
      }
    }
  }
}
