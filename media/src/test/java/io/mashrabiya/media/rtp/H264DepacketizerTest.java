package io.mashrabiya.media.rtp;

import static io.mashrabiya.media.SyntheticPictures.PPS;
import static io.mashrabiya.media.SyntheticPictures.SPS;
import static io.mashrabiya.media.SyntheticPictures.annexB;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H264DepacketizerTest {
  private static final byte[] IDR = {0x65, (byte) 0x88, 1, 2, 3, 4, 5, 6};
  private static final byte[] IDR_SECOND_SLICE = {0x65, 0x44, 11, 12};
  private static final byte[] SLICE = {0x41, (byte) 0x9a, 7, 8, 9};
  private static final byte[] SECOND_SLICE = {0x41, 0x44, 10};

  private record Unit(byte[] annexB, boolean key, int timestamp90k, long arrivalMicros) {}

  private final List<Unit> units = new ArrayList<>();
  private final StreamCounters counters = new StreamCounters();
  private final H264Depacketizer depacketizer =
      new H264Depacketizer(counters, (a, k, t, m) -> units.add(new Unit(a, k, t, m)), 4096);
  private int number;
  private long now;

  private void packet(int timestamp, boolean marker, byte... payload) {
    depacketizer.accept(Packets.packet(number++, timestamp, marker, payload), now++);
  }

  private void knowParameterSets() {
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
    packet(1, false, SPS);
    packet(1, false, PPS);
    packet(1, true, IDR);
    assertThat(units).hasSize(1);
    assertThat(units.getFirst().annexB()).isEqualTo(annexB(SPS, PPS, IDR));
    assertThat(units.getFirst().key()).isTrue();
    assertThat(units.getFirst().timestamp90k()).isOne();
    assertThat(units.getFirst().arrivalMicros()).as("of its last packet").isEqualTo(1002);
  }

  @Test
  void accept_setsFromTheDescription_areBeforeTheKeyFrame() {
    knowParameterSets();
    packet(1, true, IDR);
    packet(2, true, SLICE);
    assertThat(units)
        .extracting(Unit::annexB)
        .containsExactly(annexB(SPS, PPS, IDR), annexB(SLICE));
  }

  @Test
  void accept_setsInAnotherAccessUnit_areBeforeTheKeyFrame() {
    packet(1, true, SPS); // with a marker of its own, as some cameras do
    packet(2, true, PPS);
    packet(3, true, IDR);
    assertThat(units).extracting(Unit::annexB).containsExactly(annexB(SPS, PPS, IDR));
  }

  @Test
  void accept_markerOnSetsOfTheSamePicture_doesNotEndIt() {
    packet(1, true, SPS);
    packet(1, true, PPS);
    packet(1, true, IDR);
    assertThat(units).extracting(Unit::annexB).containsExactly(annexB(SPS, PPS, IDR));
  }

  @Test
  void accept_setsThatChangeWithoutEnd_areDroppedAtTheBoundOfAnAccessUnit() {
    knowParameterSets();
    byte[] other = Arrays.copyOf(SPS, SPS.length + 1);
    for (int bytes = 0; bytes < 4096; bytes += 2 * SPS.length) {
      packet(1, false, other);
      packet(1, false, SPS);
    }
    packet(1, true, SLICE);
    assertThat(counters.of(StreamEvent.FRAME_OVERSIZE)).isOne();
    packet(2, false, SPS);
    packet(2, true, IDR);
    assertThat(units).extracting(Unit::annexB).containsExactly(annexB(SPS, PPS, IDR));
  }

  @Test
  void accept_aggregate_isTakenApart() {
    packet(1, true, aggregate(SPS, PPS, IDR));
    assertThat(units).extracting(Unit::annexB).containsExactly(annexB(SPS, PPS, IDR));
  }

  @ParameterizedTest(name = "fragments of {0} bytes")
  @ValueSource(ints = {1, 2, 3, 6})
  void accept_fragments_arePutTogether(int size) {
    knowParameterSets();
    fragments(1, IDR, size, true);
    fragments(2, SLICE, size, true);
    assertThat(units)
        .extracting(Unit::annexB)
        .containsExactly(annexB(SPS, PPS, IDR), annexB(SLICE));
  }

  @Test
  void accept_fragmentedParameterSet_isAParameterSet() {
    fragments(1, SPS, 5, false);
    packet(1, false, PPS);
    packet(1, true, IDR);
    assertThat(units).extracting(Unit::annexB).containsExactly(annexB(SPS, PPS, IDR));
  }

  @Test
  void accept_fragmentsWithoutEndBits_arePutTogether() {
    knowParameterSets();
    packet(1, false, (byte) 0x7c, (byte) 0x85, (byte) 0x88, (byte) 1, (byte) 2);
    packet(1, true, (byte) 0x7c, (byte) 0x05, (byte) 3, (byte) 4, (byte) 5, (byte) 6);
    packet(2, false, (byte) 0x5c, (byte) 0x81, (byte) 0x9a, (byte) 7);
    packet(2, true, (byte) 0x5c, (byte) 0x01, (byte) 8, (byte) 9);
    assertThat(units)
        .extracting(Unit::annexB)
        .containsExactly(annexB(SPS, PPS, IDR), annexB(SLICE));
  }

  @Test
  void accept_startAndEndInOneFragment_isAUnit() {
    knowParameterSets();
    packet(
        1,
        true,
        (byte) 0x7c,
        (byte) 0xc5,
        (byte) 0x88,
        (byte) 1,
        (byte) 2,
        (byte) 3,
        (byte) 4,
        (byte) 5,
        (byte) 6);
    assertThat(units).extracting(Unit::annexB).containsExactly(annexB(SPS, PPS, IDR));
  }

  @Test
  void accept_fragmentWithoutStart_damagesItsFrameAndAllToTheNextKey() {
    knowParameterSets();
    packet(1, true, IDR);
    packet(2, true, (byte) 0x5c, (byte) 0x41, (byte) 8, (byte) 9);
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
  void accept_severalSlices_areOneFrame() {
    knowParameterSets();
    packet(1, false, IDR);
    packet(1, true, IDR_SECOND_SLICE);
    assertThat(units)
        .extracting(Unit::annexB)
        .containsExactly(annexB(SPS, PPS, IDR, IDR_SECOND_SLICE));
  }

  @Test
  void accept_markerOnEverySlice_isMistrustedFromThenOn() {
    knowParameterSets();
    packet(1, true, IDR);
    packet(1, true, IDR_SECOND_SLICE);
    packet(2, true, SLICE);
    packet(2, true, SECOND_SLICE);
    packet(3, true, IDR);
    packet(3, true, IDR_SECOND_SLICE);
    packet(4, true, SLICE);
    packet(4, true, SECOND_SLICE);
    packet(5, true, SLICE);
    assertThat(counters.of(StreamEvent.MARKER_MISTRUSTED)).isOne();
    assertThat(units.getLast().annexB()).isEqualTo(annexB(SLICE, SECOND_SLICE));
    assertThat(units.get(units.size() - 2).annexB())
        .isEqualTo(annexB(SPS, PPS, IDR, IDR_SECOND_SLICE));
    assertThat(units).as("the half picture, then whole ones only").hasSize(3);
  }

  @Test
  void accept_beforeAnyKeyFrame_isDropped() {
    knowParameterSets();
    packet(1, true, SLICE);
    packet(2, true, SLICE);
    packet(3, true, IDR);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(3);
    assertThat(counters.of(StreamEvent.FRAME_BEFORE_KEY)).isEqualTo(2);
  }

  @Test
  void accept_keyFrameWithoutParameterSets_isDropped() {
    packet(1, true, IDR);
    packet(2, true, SLICE);
    assertThat(units).isEmpty();
    assertThat(counters.of(StreamEvent.FRAME_WITHOUT_PARAMETERS)).isOne();
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
    assertThat(counters.of(StreamEvent.FRAME_DAMAGED)).isOne();
  }

  @Test
  void lost_inTheMiddleOfAFragmentedUnit_isOneDamagedFrameAndNothingMalformed() {
    knowParameterSets();
    packet(1, true, IDR);
    packet(2, false, (byte) 0x5c, (byte) 0x81, (byte) 0x9a, (byte) 7);
    depacketizer.lost();
    packet(2, false, (byte) 0x5c, (byte) 0x01, (byte) 8);
    packet(2, false, (byte) 0x5c, (byte) 0x01, (byte) 9);
    packet(2, true, (byte) 0x5c, (byte) 0x41, (byte) 10);
    packet(3, true, IDR);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(1, 3);
    assertThat(counters.of(StreamEvent.PAYLOAD_MALFORMED)).isZero();
    assertThat(counters.of(StreamEvent.FRAME_DAMAGED)).isOne();
  }

  @Test
  void lost_fromTheMiddleOfOneFrameToThatOfTheNext_dropsBoth() {
    knowParameterSets();
    packet(1, true, IDR);
    packet(2, false, SLICE);
    depacketizer.lost();
    packet(3, true, IDR_SECOND_SLICE);
    packet(4, true, IDR);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(1, 4);
    assertThat(counters.of(StreamEvent.FRAME_DAMAGED)).isEqualTo(2);
  }

  @Test
  void lost_inTheMiddleOfAParameterSet_leavesThatOneOut() {
    knowParameterSets();
    packet(1, true, IDR);
    packet(2, false, (byte) 0x7c, (byte) 0x87, SPS[1], SPS[2], SPS[3]);
    depacketizer.lost();
    packet(3, true, IDR);
    assertThat(units.getLast().annexB()).isEqualTo(annexB(SPS, PPS, IDR));
    assertThat(counters.of(StreamEvent.PARAMETER_SET_REFUSED)).isZero();
  }

  @Test
  void accept_severalMalformedInOneFrame_areCountedOnce() {
    knowParameterSets();
    packet(1, true, IDR);
    packet(2, false, (byte) 0x5c, (byte) 0x01, (byte) 8);
    packet(2, false, (byte) 0x5c, (byte) 0x01, (byte) 9);
    packet(2, true, (byte) 0x5c, (byte) 0x41, (byte) 10);
    assertThat(counters.of(StreamEvent.PAYLOAD_MALFORMED)).isOne();
    assertThat(counters.of(StreamEvent.FRAME_DAMAGED)).isOne();
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
  void accept_setsThatChangeAtAKeyFrame_areTheNewOnes() {
    knowParameterSets();
    byte[] other = SPS.clone();
    other[3]++;
    packet(1, true, IDR);
    packet(2, true, aggregate(other, PPS, IDR));
    packet(3, true, IDR);
    assertThat(units.get(1).annexB()).isEqualTo(annexB(other, PPS, IDR));
    assertThat(units.get(2).annexB()).isEqualTo(annexB(other, PPS, IDR));
  }

  @Test
  void accept_setThatChangesAtADeltaFrame_staysBeforeIt() {
    knowParameterSets();
    byte[] other = PPS.clone();
    other[3]++;
    packet(1, true, IDR);
    packet(2, true, aggregate(other, SLICE));
    packet(3, true, aggregate(other, SLICE));
    assertThat(units.get(1).annexB()).isEqualTo(annexB(other, SLICE));
    assertThat(units.get(2).annexB()).as("nothing new").isEqualTo(annexB(SLICE));
  }

  @Test
  void accept_delimiterAndFiller_areLeftOutAndSeiStays() {
    knowParameterSets();
    byte[] delimiter = {0x09, (byte) 0xf0};
    byte[] filler = {0x0c, (byte) 0xff, (byte) 0xff, (byte) 0x80};
    byte[] sei = {0x06, 0x06, 0x01, (byte) 0xc4, (byte) 0x80};
    packet(1, true, aggregate(delimiter, sei, IDR, filler));
    assertThat(units.getFirst().annexB()).isEqualTo(annexB(SPS, PPS, sei, IDR));
  }

  @Test
  void accept_moreThanTheBound_dropsTheFrameAndGoesOn() {
    knowParameterSets();
    packet(1, true, IDR);
    byte[] large = new byte[1000];
    large[0] = 0x41;
    large[1] = (byte) 0x9a;
    for (int i = 0; i < 10; i++) {
      packet(2, i == 9, large);
    }
    packet(3, true, IDR);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(1, 3);
    assertThat(counters.of(StreamEvent.FRAME_OVERSIZE)).isOne();
  }

  @ParameterizedTest(name = "payload of type {0}")
  @ValueSource(ints = {25, 26, 27, 29, 30, 31})
  void accept_packetizationNotSpoken_isCountedAndDropped(int type) {
    knowParameterSets();
    packet(1, true, IDR);
    packet(2, true, (byte) type, (byte) 1, (byte) 2, (byte) 3);
    packet(3, true, IDR);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(1, 3);
    assertThat(counters.of(StreamEvent.PAYLOAD_UNSUPPORTED)).isOne();
  }

  @Test
  void accept_aggregateThatLies_isCountedAndDropped() {
    knowParameterSets();
    packet(1, true, (byte) 24, (byte) 0, (byte) 200, (byte) 0x65, (byte) 0x88);
    packet(2, true, (byte) 24, (byte) 0, (byte) 0);
    packet(3, true, (byte) 24, (byte) 0);
    packet(4, true, IDR);
    assertThat(units).extracting(Unit::timestamp90k).containsExactly(4);
    assertThat(counters.of(StreamEvent.PAYLOAD_MALFORMED)).isEqualTo(3);
  }

  @Test
  void accept_emptyPayload_isSkipped() {
    knowParameterSets();
    packet(1, false);
    packet(1, true, IDR);
    assertThat(units).hasSize(1);
    assertThat(counters.snapshot()).isEmpty();
  }

  @Test
  void accept_forbiddenBit_damagesTheFrame() {
    knowParameterSets();
    packet(1, true, IDR);
    packet(2, true, (byte) 0xc1, (byte) 0x9a, (byte) 1);
    assertThat(units).hasSize(1);
    assertThat(counters.of(StreamEvent.FRAME_DAMAGED)).isOne();
  }

  private static byte[] aggregate(byte[]... parts) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.write(24);
    for (byte[] part : parts) {
      payload.write(part.length >> 8);
      payload.write(part.length);
      payload.writeBytes(part);
    }
    return payload.toByteArray();
  }

  private void fragments(int timestamp, byte[] unit, int size, boolean marker) {
    for (int from = 1; from < unit.length; from += size) {
      int length = Math.min(size, unit.length - from);
      boolean last = from + length == unit.length;
      byte[] payload = new byte[2 + length];
      payload[0] = (byte) ((unit[0] & 0xe0) | 28);
      payload[1] = (byte) ((from == 1 ? 0x80 : 0) | (last ? 0x40 : 0) | (unit[0] & 0x1f));
      System.arraycopy(unit, from, payload, 2, length);
      packet(timestamp, marker && last, payload);
    }
  }
}
