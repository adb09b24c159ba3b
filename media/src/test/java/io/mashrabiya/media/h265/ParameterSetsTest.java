package io.mashrabiya.media.h265;

import static io.mashrabiya.media.SyntheticPictures.annexB;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.H265Pictures;
import io.mashrabiya.media.nal.CurrentSets.Offer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ParameterSetsTest {
  private final ParameterSets sets = new ParameterSets();

  @Test
  void offer_oneOfEach_isCompleteAndInOrder() {
    assertThat(sets.offer(H265Pictures.PPS)).isEqualTo(Offer.CHANGED);
    assertThat(sets.offer(H265Pictures.SPS)).isEqualTo(Offer.CHANGED);
    assertThat(sets.complete()).isFalse();
    assertThat(sets.offer(H265Pictures.VPS)).isEqualTo(Offer.CHANGED);
    assertThat(sets.complete()).isTrue();
    assertThat(sets.prefix())
        .isEqualTo(annexB(H265Pictures.VPS, H265Pictures.SPS, H265Pictures.PPS));
    assertThat(sets.offer(H265Pictures.VPS)).isEqualTo(Offer.UNCHANGED);
  }

  @Test
  void in_keyFrame_findsThem() {
    ParameterSets found = ParameterSets.in(H265Pictures.recorded().getFirst());
    assertThat(found.complete()).isTrue();
    assertThat(found.firstVideo()).hasValueSatisfying(set -> assertThat(set).startsWith(0x40, 1));
    assertThat(found.firstSequence())
        .hasValueSatisfying(set -> assertThat(set).startsWith(0x42, 1));
    assertThat(found.firstPicture()).hasValueSatisfying(set -> assertThat(set).startsWith(0x44, 1));
  }

  @Test
  void offer_sameIdOtherBytes_replaces() {
    sets.offer(H265Pictures.SPS);
    byte[] other = H265Pictures.SPS.clone();
    other[17]++; // general_level_idc
    assertThat(sets.offer(other)).isEqualTo(Offer.CHANGED);
    assertThat(sets.prefix()).isEqualTo(annexB(other));
  }

  @Test
  void offer_idsOfVideoSets_areKeptApart() {
    byte[] other = H265Pictures.VPS.clone();
    other[2] = (byte) 0x1c; // vps_video_parameter_set_id 1
    sets.offer(H265Pictures.VPS);
    assertThat(sets.offer(other)).isEqualTo(Offer.CHANGED);
    assertThat(sets.prefix()).isEqualTo(annexB(H265Pictures.VPS, other));
  }

  @Test
  void offer_noSet_isRefused() {
    assertThat(sets.offer(new byte[0])).isEqualTo(Offer.REFUSED);
    assertThat(sets.offer(new byte[] {0x42})).isEqualTo(Offer.REFUSED);
    assertThat(sets.offer(new byte[] {0x40, 1})).isEqualTo(Offer.REFUSED);
    assertThat(sets.offer(H265Pictures.IDR)).isEqualTo(Offer.REFUSED);
    assertThat(sets.offer(Arrays.copyOf(H265Pictures.SPS, 12))).isEqualTo(Offer.REFUSED);
    assertThat(sets.offer(new byte[] {0x44, 1, 0, 0})).isEqualTo(Offer.REFUSED);
    assertThat(sets.prefix()).isEmpty();
  }
}
