package io.mashrabiya.media.rtp;

import static io.mashrabiya.media.H265Pictures.IDR;
import static io.mashrabiya.media.H265Pictures.IDR_SECOND_SLICE;
import static io.mashrabiya.media.H265Pictures.PPS;
import static io.mashrabiya.media.H265Pictures.SECOND_SLICE;
import static io.mashrabiya.media.H265Pictures.SLICE;
import static io.mashrabiya.media.H265Pictures.SPS;
import static io.mashrabiya.media.H265Pictures.VPS;
import static io.mashrabiya.media.H265Pictures.slice;
import static io.mashrabiya.media.SyntheticPictures.annexB;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.h265.NalUnitType;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H265DepacketizerTest {
  private static final byte[] CRA = slice(NalUnitType.CRA, true, 9);
  private static final byte[] RASL = slice(NalUnitType.RASL_N, true, 9);
  private static final byte[] RADL = slice(7, true, 9);
  private static final byte[] BLA = slice(17, true, 9);

  private record Unit(byte[] annexB, boolean key, int timestamp90k, long arrivalMicros) {}

  private final List<Unit> units = new ArrayList<>();
  private final StreamCounters counters = new StreamCounters();
  private final H265Depacketizer depacketizer =
      new H265Depacketizer(counters, (a, k, t, m) -> units.add(new Unit(a, k, t, m)), 4096);
  private int number;
  private long now;

  private void packet(int timestamp, boolean marker, byte... payload) {
    depacketizer.accept(Packets.packet(number++, timestamp, marker, payload), now++);
  }

  private void knowParameterSets() {
    depacketizer.parameterSet(VPS);
    depacketizer.parameterSet(SPS);
    depacketizer.parameterSet(PPS);
  }

  @BeforeEach
  void beginAtZero() {
    number = 0;
    now = 1000;
  }

  @Test
  void accept_singleUnits_makeAKeyFrameWithItsSets() {
    packet(1, false, VPS);
    packet(1, false, SPS);
    packet(1, false, PPS);
    packet(1, true, IDR);
    assertThat(units).hasSize(1);
    assertThat(units.getFirst().annexB()).isEqualTo(annexB(VPS, SPS, PPS, IDR));
    assertThat(units.getFirst().key()).isTrue();
    assertThat(units.getFirst().arrivalMicros()).as("of its last packet").isEqualTo(1003);
  }

  @Test
  void accept_setsFromTheDescription_areBeforeTheKeyFrame() {
    knowParameterSets();
    packet(1, true, IDR);
    packet(2, true, SLICE);
    assertThat(units)
        .extracting(Unit::annexB)
        .containsExactly(annexB(VPS, SPS, PPS, IDR), annexB(SLICE));
  }

  @Test
  void accept_markerOnSets_doesNotEndThePicture() {
    packet(1, true, aggregate(VPS, SPS, PPS));
    packet(1, true, IDR);
    assertThat(units).extracting(Unit::annexB).containsExactly(annexB(VPS, SPS, PPS, IDR));
  }

  @Test
  void accept_aggregate_isTakenApart() {
    packet(1, true, aggregate(VPS, SPS, PPS, IDR, IDR_SECOND_SLICE));
    assertThat(units)
        .extracting(Unit::annexB)
        .containsExactly(annexB(VPS, SPS, PPS, IDR, IDR_SECOND_SLICE));
  }

  @ParameterizedTest(name = "fragments of {0} bytes")
  @ValueSource(ints = {1, 2, 3, 5})
  void accept_fragments_arePutTogether(int size) {
    knowParameterSets();
    fragments(1, IDR, size, true);
    fragments(2, SLICE, size, true);
    assertThat(units)
        .extracting(Unit::annexB)
        .containsExactly(annexB(VPS, SPS, PPS, IDR), annexB(SLICE));
  }

  @Test
  void accept_fragmentedParameterSet_isAParameterSet() {
    packet(1, false, VPS);
    fragments(1, SPS, 5, false);
    packet(1, false, PPS);
    packet(1, true, IDR);
    assertThat(units).extracting(Unit::annexB).containsExactly(annexB(VPS, SPS, PPS, IDR));
  }

  @Test
  void accept_fragmentsWithoutEndBits_arePutTogether() {
    knowParameterSets();
    fragments(1, IDR, 3, false);
    packet(1, false, withoutEnd(fragment(IDR_SECOND_SLICE, 2, 2, true, false)));
    packet(1, true, withoutEnd(fragment(IDR_SECOND_SLICE, 4, 2, false, true)));
    assertThat(units)
        .extracting(Unit::annexB)
        .containsExactly(annexB(VPS, SPS, PPS, IDR, IDR_SECOND_SLICE));
  }

  @Test
  void accept_startAndEndInOneFragment_isAUnit() {
    knowParameterSets();
    packet(1, true, fragment(IDR, 2, IDR.length - 2, true, true));
    assertThat(units).extracting(Unit::annexB).containsExactly(annexB(VPS, SPS, PPS, IDR));
  }

  @Test
  void accept_fragmentWithoutStart_damagesItsFrameAndAllToTheNextKey() {
    knowParameterSets();
    packet(1, true, IDR);
    packet(2, true, fragment(SLICE, 4, 3, false, true));
    packet(3, true, SLICE);
    packet(4, true, IDR);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(1, 4);
    assertThat(counters.of(StreamEvent.PAYLOAD_MALFORMED)).isOne();
    assertThat(counters.of(StreamEvent.FRAME_DAMAGED)).isOne();
    assertThat(counters.of(StreamEvent.FRAME_BEFORE_KEY)).isOne();
  }

  @Test
  void accept_noMarkerAtAll_endsAtTheNextTimestamp() {
    knowParameterSets();
    packet(1, false, IDR);
    packet(2, false, SLICE);
    packet(3, false, SLICE);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(1, 2);
  }

  @Test
  void accept_markerOnEverySlice_isMistrustedFromThenOn() {
    knowParameterSets();
    packet(1, true, IDR);
    packet(1, true, IDR_SECOND_SLICE);
    packet(3, true, IDR);
    packet(3, true, IDR_SECOND_SLICE);
    packet(4, true, SLICE);
    packet(4, true, SECOND_SLICE);
    packet(5, true, SLICE);
    assertThat(counters.of(StreamEvent.MARKER_MISTRUSTED)).isOne();
    assertThat(units.getLast().annexB()).isEqualTo(annexB(SLICE, SECOND_SLICE));
    assertThat(units.get(1).annexB()).isEqualTo(annexB(VPS, SPS, PPS, IDR, IDR_SECOND_SLICE));
  }

  @Test
  void accept_timestampsOfReorderedPictures_areFramesInDecodingOrder() {
    knowParameterSets();
    packet(1, true, IDR);
    packet(5, true, SLICE);
    packet(3, true, SLICE);
    packet(4, true, SLICE);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(1, 5, 3, 4);
    assertThat(counters.snapshot()).isEmpty();
  }

  @Test
  void accept_skippedLeadingPicturesAtTheBeginning_areDroppedAndCounted() {
    knowParameterSets();
    packet(9, true, CRA);
    packet(7, true, RASL);
    packet(6, true, RADL);
    packet(8, true, RASL);
    packet(10, true, SLICE);
    packet(20, true, CRA);
    packet(19, true, RASL);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(9, 6, 10, 20, 19);
    assertThat(counters.of(StreamEvent.FRAME_LEADING_SKIPPED)).isEqualTo(2);
  }

  @Test
  void accept_skippedLeadingPicturesAfterALoss_areDropped() {
    knowParameterSets();
    packet(1, true, IDR);
    packet(2, true, CRA);
    depacketizer.lost();
    packet(9, true, CRA);
    packet(8, true, RASL);
    packet(10, true, SLICE);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(1, 2, 9, 10);
  }

  @Test
  void accept_skippedLeadingPicturesOfABrokenLink_areDropped() {
    knowParameterSets();
    packet(1, true, IDR);
    packet(9, true, BLA);
    packet(8, true, RASL);
    packet(10, true, SLICE);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(1, 9, 10);
    assertThat(units.get(1).key()).isTrue();
  }

  @Test
  void accept_keyFrameWithoutItsVideoSet_isDropped() {
    depacketizer.parameterSet(SPS);
    depacketizer.parameterSet(PPS);
    packet(1, true, IDR);
    assertThat(units).isEmpty();
    assertThat(counters.of(StreamEvent.FRAME_WITHOUT_PARAMETERS)).isOne();
  }

  @Test
  void lost_firstSliceOfAKeyFrame_dropsThatKeyFrame() {
    knowParameterSets();
    packet(1, true, IDR);
    depacketizer.lost();
    packet(2, true, IDR_SECOND_SLICE);
    packet(3, true, IDR);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(1, 3);
  }

  @Test
  void lost_inTheMiddleOfAFrame_dropsToTheNextKey() {
    knowParameterSets();
    packet(1, true, IDR);
    packet(2, false, SLICE);
    depacketizer.lost();
    packet(2, true, SECOND_SLICE);
    packet(3, true, SLICE);
    packet(4, true, IDR);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(1, 4);
  }

  @Test
  void accept_setsThatChangeAtAKeyFrame_areTheNewOnes() {
    knowParameterSets();
    byte[] other = SPS.clone();
    other[17]++; // general_level_idc
    packet(1, true, IDR);
    packet(2, true, aggregate(other, IDR));
    assertThat(units.get(1).annexB()).isEqualTo(annexB(VPS, other, PPS, IDR));
  }

  @Test
  void accept_setThatChangesAtADeltaFrame_staysBeforeIt() {
    knowParameterSets();
    byte[] other = PPS.clone();
    other[4]++;
    packet(1, true, IDR);
    packet(2, true, aggregate(other, SLICE));
    packet(3, true, aggregate(other, SLICE));
    assertThat(units.get(1).annexB()).isEqualTo(annexB(other, SLICE));
    assertThat(units.get(2).annexB()).as("nothing new").isEqualTo(annexB(SLICE));
  }

  @Test
  void accept_delimiterFillerAndFurtherLayers_areLeftOutAndSeiStays() {
    knowParameterSets();
    byte[] delimiter = {0x46, 1, 0x50};
    byte[] filler = {0x4c, 1, (byte) 0xff, (byte) 0x80};
    byte[] sei = {0x4e, 1, 5, 1, 9, (byte) 0x80};
    byte[] suffix = {0x50, 1, (byte) 132, 1, 9, (byte) 0x80};
    byte[] secondLayer = IDR.clone();
    secondLayer[1] = 9;
    byte[] end = {0x48, 1};
    packet(1, true, aggregate(delimiter, sei, IDR, secondLayer, suffix, filler, end));
    assertThat(units.getFirst().annexB()).isEqualTo(annexB(VPS, SPS, PPS, sei, IDR, suffix, end));
  }

  @Test
  void accept_moreThanTheBound_dropsTheFrameAndGoesOn() {
    knowParameterSets();
    packet(1, true, IDR);
    byte[] large = slice(1, true, 1000);
    for (int i = 0; i < 10; i++) {
      packet(2, i == 9, large);
    }
    packet(3, true, IDR);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(1, 3);
    assertThat(counters.of(StreamEvent.FRAME_OVERSIZE)).isOne();
  }

  @ParameterizedTest(name = "payload of type {0}")
  @ValueSource(ints = {50, 51, 63})
  void accept_packetizationNotSpoken_isCountedAndDropped(int type) {
    knowParameterSets();
    packet(1, true, IDR);
    packet(2, true, slice(type, true, 12));
    packet(3, true, IDR);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(1, 3);
    assertThat(counters.of(StreamEvent.PAYLOAD_UNSUPPORTED)).isOne();
  }

  @Test
  void accept_aggregateThatLies_isCountedAndDropped() {
    knowParameterSets();
    packet(1, true, (byte) 0x60, (byte) 1, (byte) 0, (byte) 200, (byte) 0x28, (byte) 1);
    packet(2, true, (byte) 0x60, (byte) 1, (byte) 0, (byte) 1, (byte) 0x28);
    packet(3, true, (byte) 0x60, (byte) 1, (byte) 0);
    packet(4, true, IDR);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(4);
    assertThat(counters.of(StreamEvent.PAYLOAD_MALFORMED)).isEqualTo(3);
  }

  @Test
  void accept_payloadCutShort_isCountedAndDropped() {
    knowParameterSets();
    packet(1, true, (byte) 0x28);
    packet(2, true, (byte) 0x62, (byte) 1, (byte) 0x94);
    packet(3, true, IDR);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(3);
    assertThat(counters.of(StreamEvent.PAYLOAD_MALFORMED)).isEqualTo(2);
  }

  @Test
  void accept_forbiddenBit_damagesTheFrame() {
    knowParameterSets();
    packet(1, true, (byte) 0xa8, (byte) 1, (byte) 0xaf);
    assertThat(units).isEmpty();
    assertThat(counters.of(StreamEvent.FRAME_DAMAGED)).isOne();
  }

  @Test
  void accept_emptyPayload_isSkipped() {
    knowParameterSets();
    packet(1, false);
    packet(1, true, IDR);
    assertThat(units).hasSize(1);
    assertThat(counters.snapshot()).isEmpty();
  }

  private static byte[] aggregate(byte[]... parts) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.write(48 << 1);
    payload.write(1);
    for (byte[] part : parts) {
      payload.write(part.length >> 8);
      payload.write(part.length);
      payload.writeBytes(part);
    }
    return payload.toByteArray();
  }

  private void fragments(int timestamp, byte[] unit, int size, boolean marker) {
    for (int from = 2; from < unit.length; from += size) {
      int length = Math.min(size, unit.length - from);
      boolean last = from + length == unit.length;
      packet(timestamp, marker && last, fragment(unit, from, length, from == 2, last));
    }
  }

  private static byte[] fragment(byte[] unit, int from, int length, boolean first, boolean last) {
    byte[] payload = new byte[3 + length];
    payload[0] = (byte) (49 << 1);
    payload[1] = unit[1];
    payload[2] = (byte) ((first ? 0x80 : 0) | (last ? 0x40 : 0) | (unit[0] >> 1));
    System.arraycopy(unit, from, payload, 3, length);
    return payload;
  }

  private static byte[] withoutEnd(byte[] fragment) {
    fragment[2] &= (byte) 0xbf;
    return fragment;
  }
}
