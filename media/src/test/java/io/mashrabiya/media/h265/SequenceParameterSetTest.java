package io.mashrabiya.media.h265;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.H265Pictures;
import io.mashrabiya.media.h265.SequenceParameterSet.Reading;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceParameterSetTest {
  /// Parameter sets of x265; sizes, depths and reordering are what ffprobe says of their streams.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "main 640x360, 42010101600000030090000003000003003fa0050201696592a4932bc05a020000030002000003001410,"
        + " 640, 360, 8, 1, 0, hev1.1.6.L63.90",
    "main 1080p B-frames, 420101016000000300900000030000030078a003c08010e596564924caf0168080000003008000"
        + "000504, 1920, 1080, 8, 1, 2, hev1.1.6.L120.90",
    "main 10, 42010102200000030090000003000003003ca00b080484d964a924caf0168080000003008000000504,"
        + " 352, 288, 10, 1, 0, hev1.2.4.L60.90",
    "range extensions 4:2:2, 4201010408000003009d0800000300003cb00a480b9c96d964a924caf0168080000003008000"
        + "000504, 322, 182, 10, 2, 0, hev1.4.10.L60.9D.8",
    "range extensions 4:4:4, 4201010408000003009e0800000300001e9002040d3e7cb2549265780b404000000300400000"
        + "030282, 128, 98, 8, 3, 0, hev1.4.10.L30.9E.8",
    "high tier 2160p, 4201012408000003009fa8000003000099a001e020021c596ea4932bc05a020000030002000003001410,"
        + " 3840, 2160, 8, 1, 0, hev1.4.10.H153.9F.A8"
  })
  void read_encodersSet_givesSizeAndProfile(
      String name,
      String hex,
      int width,
      int height,
      int bitDepth,
      int chroma,
      int reorder,
      String codecs) {
    assertThat(SequenceParameterSet.read(HexFormat.of().parseHex(hex)))
        .isInstanceOfSatisfying(
            Reading.Understood.class,
            reading -> {
              SequenceParameterSet set = reading.set();
              assertThat(set.width()).isEqualTo(width);
              assertThat(set.height()).isEqualTo(height);
              assertThat(set.bitDepth()).isEqualTo(bitDepth);
              assertThat(set.chromaFormat()).isEqualTo(chroma);
              assertThat(set.codecs()).isEqualTo(codecs);
              assertThat(set.codecsWithSetsApart()).isEqualTo(codecs.replace("hev1", "hvc1"));
              assertThat(set.maxReorderPictures()).isEqualTo(OptionalInt.of(reorder));
            });
  }

  @Test
  void ofKeyFrame_recording_givesTheSetOfAKeyFrameOnly() {
    List<byte[]> recorded = H265Pictures.recorded();
    assertThat(SequenceParameterSet.ofKeyFrame(H265Pictures.frame(0, recorded.get(0))))
        .hasValueSatisfying(set -> assertThat(set.width()).isEqualTo(320));
    assertThat(SequenceParameterSet.ofKeyFrame(H265Pictures.frame(1, recorded.get(1)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "42",
        "4201",
        "420101",
        "42010f01600000030090000003000003003fa00502016965",
        "44010101600000030090000003000003003fa0050201696592a4932bc05a",
        "420100000000000000000000000000000000"
      })
  void read_notASet_isMalformed(String hex) {
    assertThat(SequenceParameterSet.read(HexFormat.of().parseHex(hex)))
        .isInstanceOf(Reading.Malformed.class);
  }

  @Test
  void read_setCutShortInItsSize_isMalformedThere() {
    byte[] cut = Arrays.copyOf(H265Pictures.SPS, 22);
    assertThat(SequenceParameterSet.read(cut))
        .isEqualTo(new Reading.Malformed(176, "pic_width_in_luma_samples"));
  }

  @Test
  void read_setCutShortBehindItsSize_saysNothingOfReordering() {
    byte[] cut = Arrays.copyOf(H265Pictures.SPS, 24);
    assertThat(SequenceParameterSet.read(cut))
        .isInstanceOfSatisfying(
            Reading.Understood.class,
            reading -> assertThat(reading.set().maxReorderPictures()).isEmpty());
  }

  /// Every other value of every byte: whatever comes out is plausible or malformed.
  @Test
  void read_anyByteReplaced_isPlausibleOrMalformed() {
    for (int at = 1; at < H265Pictures.SPS.length; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] replaced = H265Pictures.SPS.clone();
        replaced[at] = (byte) value;
        switch (SequenceParameterSet.read(replaced)) {
          case Reading.Understood(SequenceParameterSet read) -> {
            assertThat(read.width()).isBetween(1, 16_888);
            assertThat(read.height()).isBetween(1, 16_888);
            assertThat(read.id()).isBetween(0, 15);
            assertThat(read.bitDepth()).isBetween(8, 16);
          }
          case Reading.Malformed malformed -> assertThat(malformed.element()).isNotEmpty();
        }
      }
    }
  }
}
