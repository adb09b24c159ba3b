package io.mashrabiya.media.h264;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.SyntheticPictures;
import io.mashrabiya.media.nal.CurrentSets.Offer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ParameterSetsTest {
  private final ParameterSets sets = new ParameterSets();

  @Test
  void offer_oneOfEach_isCompleteAndInOrder() {
    assertThat(sets.offer(SyntheticPictures.PPS)).isEqualTo(Offer.CHANGED);
    assertThat(sets.complete()).isFalse();
    assertThat(sets.offer(SyntheticPictures.SPS)).isEqualTo(Offer.CHANGED);
    assertThat(sets.complete()).isTrue();
    assertThat(sets.prefix())
        .isEqualTo(SyntheticPictures.annexB(SyntheticPictures.SPS, SyntheticPictures.PPS));
  }

  @Test
  void offer_sameAgain_isUnchanged() {
    sets.offer(SyntheticPictures.SPS);
    byte[] prefix = sets.prefix();
    assertThat(sets.offer(SyntheticPictures.SPS.clone())).isEqualTo(Offer.UNCHANGED);
    assertThat(sets.prefix()).isSameAs(prefix);
  }

  @Test
  void offer_sameIdOtherBytes_replaces() {
    sets.offer(SyntheticPictures.SPS);
    byte[] other = SyntheticPictures.SPS.clone();
    other[3]++; // level_idc
    assertThat(sets.offer(other)).isEqualTo(Offer.CHANGED);
    assertThat(sets.firstSequence()).hasValue(other);
    assertThat(sets.prefix()).isEqualTo(SyntheticPictures.annexB(other));
  }

  @Test
  void offer_arrayWrittenToLater_doesNotChange() {
    byte[] given = SyntheticPictures.SPS.clone();
    sets.offer(given);
    Arrays.fill(given, (byte) 0);
    assertThat(sets.firstSequence()).hasValue(SyntheticPictures.SPS);
  }

  @Test
  void in_keyFrame_findsThem() {
    ParameterSets sets = ParameterSets.in(SyntheticPictures.key(500));
    assertThat(sets.firstSequence()).hasValue(SyntheticPictures.SPS);
    assertThat(sets.firstPicture()).hasValue(SyntheticPictures.PPS);
  }

  @Test
  void offer_moreThanTheBound_isRefused() {
    int taken = 0;
    for (int id = 0; id < 200; id++) {
      taken += sets.offer(pictureSet(id)) == Offer.CHANGED ? 1 : 0;
    }
    assertThat(taken).isEqualTo(ParameterSets.MOST_SETS);
  }

  @Test
  void offer_noSet_isRefused() {
    assertThat(sets.offer(new byte[0])).isEqualTo(Offer.REFUSED);
    assertThat(sets.offer(new byte[] {0x67})).isEqualTo(Offer.REFUSED);
    assertThat(sets.offer(new byte[] {0x65, 1, 2, 3})).isEqualTo(Offer.REFUSED);
    assertThat(sets.offer(new byte[] {0x68, 0, 0, 0})).isEqualTo(Offer.REFUSED);
    byte[] large = Arrays.copyOf(SyntheticPictures.SPS, ParameterSets.MOST_BYTES + 1);
    assertThat(sets.offer(large)).isEqualTo(Offer.REFUSED);
    assertThat(sets.prefix()).isEmpty();
  }

  /// A picture parameter set whose id is written as `ue(v)` in 15 bits.
  private static byte[] pictureSet(int id) {
    int code = id + 1;
    int bits = 32 - Integer.numberOfLeadingZeros(code);
    int shifted = code << (24 - (2 * bits - 1));
    return new byte[] {
      0x68, (byte) (shifted >> 16), (byte) (shifted >> 8), (byte) shifted, (byte) 0x80
    };
  }
}
