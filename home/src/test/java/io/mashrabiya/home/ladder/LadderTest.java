package io.mashrabiya.home.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.letter.Wish;
import io.mashrabiya.wire.sealed.Track;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
  private static final Instant NOW = Instant.parse("2026-11-27T20:00:00Z");
  private static final CameraId DOOR = new CameraId(1, 1);
  private static final CameraId NURSERY = new CameraId(1, 2);
  private static final DeviceId PHONE = device(1);
  private static final DeviceId TABLET = device(2);
  private static final long MANY = 100;
  private static final List<Rung> ALL =
      List.of(
          new Rung(Track.GLIMPSE, 24_000, 180, true),
          new Rung(Track.LOW, 176_000, 234, true),
          new Rung(Track.TRANSCODE, 440_000, 360, true),
          new Rung(Track.MAIN, 2_000_000, 1_080, false));

  private final Map<RequestHash, Looker> lookers = new LinkedHashMap<>();
  private List<Rung> rungs = ALL;
  private long uplink;
  private Instant now = NOW;
  private final Ladder ladder = new Ladder((camera, decode) -> rungs, () -> uplink);

  private static DeviceId device(int number) {
    byte[] key = new byte[VerifyingKey.SIZE_BYTES];
    key[0] = (byte) number;
    return DeviceId.of(HouseholdId.of(new VerifyingKey(key)), new VerifyingKey(key));
  }

  private static Looker looker(
      DeviceId device, CameraId camera, Track track, long bits, long height) {
    return new Looker(device, camera, track, List.of("avc1"), new Wish(bits, height));
  }

  private Track chosen(DeviceId device, CameraId camera, long bits, long height) {
    return ladder.choose(looker(device, camera, Track.MAIN, bits, height), lookers.values());
  }

  private RequestHash looks(DeviceId device, CameraId camera, Track track, long bits) {
    RequestHash session = RequestHash.of("session " + lookers.size());
    lookers.put(session, looker(device, camera, track, bits, 0));
    return session;
  }

  private void carries(RequestHash session, long bits) {
    lookers.computeIfPresent(session, (same, looker) -> looker.carrying(bits));
  }

  private List<RequestHash> anew(DeviceId device) {
    return ladder.anew(lookers, device, now);
  }

  @ParameterizedTest
  @CsvSource({
    "0, MAIN",
    "50000000, MAIN",
    "2000000, TRANSCODE",
    "1000000, TRANSCODE",
    "512000, LOW",
    "64000, GLIMPSE",
    "1, GLIMPSE"
  })
  void choose_byTheDevicesLine_theMostThatFits(long bitsPerSecond, Track expected) {
    assertThat(chosen(PHONE, DOOR, bitsPerSecond, 0)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"700000, TRANSCODE", "300000, LOW", "64000, GLIMPSE", "0, MAIN"})
  void choose_byTheHomesOwnLine_theMostThatFits(long bitsPerSecond, Track expected) {
    uplink = bitsPerSecond;
    assertThat(chosen(PHONE, DOOR, 0, 0)).isEqualTo(expected);
  }

  @Test
  void choose_whatIsSentAlready_isNoFurtherLoadOfTheHomesLine() {
    uplink = 1_000_000;
    looks(TABLET, DOOR, Track.TRANSCODE, 0);
    assertThat(chosen(PHONE, DOOR, 0, 0)).isEqualTo(Track.TRANSCODE);
  }

  @Test
  void choose_onTheHomesLine_whoLooksAtManyGivesWayToWhoLooksAtOne() {
    uplink = 1_600_000;
    for (int i = 10; i < 16; i++) {
      looks(TABLET, new CameraId(1, i), Track.MAIN, 0);
    }
    assertThat(chosen(PHONE, DOOR, 0, 0)).isEqualTo(Track.TRANSCODE);
    assertThat(anew(TABLET)).as("its six share the rest").hasSize(6);
  }

  @Test
  void choose_heightThatNoScreenHas_takesNothingFromOthers() {
    uplink = 1_000_000;
    lookers.put(RequestHash.of("huge"), looker(TABLET, NURSERY, Track.MAIN, 0, Long.MAX_VALUE));
    assertThat(chosen(PHONE, DOOR, 0, 2_160)).isIn(Track.LOW, Track.TRANSCODE);
  }

  @Test
  void choose_severalCamerasOnOneLine_largeBeforeSmall() {
    lookers.put(RequestHash.of("large"), looker(PHONE, NURSERY, Track.TRANSCODE, 0, 1_000));
    assertThat(chosen(PHONE, DOOR, 900_000, 100)).isEqualTo(Track.GLIMPSE);
    assertThat(chosen(PHONE, DOOR, 2_000_000, 100)).isEqualTo(Track.LOW);
    assertThat(chosen(PHONE, DOOR, 2_000_000, 1_000)).isEqualTo(Track.TRANSCODE);
  }

  @Test
  void choose_unequalLines_eachByItsOwn() {
    looks(TABLET, DOOR, Track.GLIMPSE, 64_000);
    assertThat(chosen(PHONE, DOOR, 0, 0)).isEqualTo(Track.MAIN);
  }

  @Test
  void choose_smallTile_getsTheCamerasOwnSmallStreamButNoneIsMadeForIt() {
    assertThat(chosen(PHONE, DOOR, 0, 200)).isEqualTo(Track.MAIN);
    rungs =
        List.of(
            ALL.getFirst(),
            new Rung(Track.SUB, 600_000, 480, false),
            new Rung(Track.MAIN, 2_000_000, 1_080, false));
    assertThat(chosen(PHONE, DOOR, 0, 200)).isEqualTo(Track.SUB);
    assertThat(chosen(PHONE, DOOR, 0, 1_080)).isEqualTo(Track.MAIN);
  }

  @Test
  void choose_soundIsHeard_takesItsPartOfTheLineFirst() {
    looks(PHONE, DOOR, Track.SOUND, 300_000);
    assertThat(chosen(PHONE, NURSERY, 300_000, 0)).isEqualTo(Track.GLIMPSE);
    assertThat(chosen(PHONE, DOOR, 300_000, 0))
        .as("also of what it hears")
        .isEqualTo(Track.GLIMPSE);
    lookers.clear();
    assertThat(chosen(PHONE, NURSERY, 300_000, 0)).isEqualTo(Track.LOW);
  }

  @Test
  void anew_lineThatCarriesLess_atOnce() {
    RequestHash session = looks(PHONE, DOOR, Track.MAIN, 0);
    assertThat(anew(PHONE)).isEmpty();
    carries(session, 512_000);
    assertThat(anew(PHONE)).containsExactly(session);
    assertThat(anew(TABLET)).as("each is told of its own").isEmpty();
  }

  @Test
  void anew_lineThatCarriesMore_afterAWhile() {
    RequestHash session = looks(PHONE, DOOR, Track.LOW, 512_000);
    assertThat(anew(PHONE)).isEmpty();
    carries(session, 5_000_000);
    assertThat(anew(PHONE)).isEmpty();
    now = now.plus(Ladder.PATIENCE.minusMillis(1));
    assertThat(anew(PHONE)).isEmpty();
    carries(session, 512_000);
    assertThat(anew(PHONE)).as("the room is gone").isEmpty();
    now = now.plus(Ladder.PATIENCE);
    carries(session, 5_000_000);
    assertThat(anew(PHONE)).as("counted anew").isEmpty();
    now = now.plus(Ladder.PATIENCE);
    assertThat(anew(PHONE)).containsExactly(session);
  }

  @ParameterizedTest
  @CsvSource({"500000", "580000", "670000"})
  void anew_betweenGivingAndTaking_nothingFlickers(long bitsPerSecond) {
    RequestHash small = looks(PHONE, DOOR, Track.TRANSCODE, bitsPerSecond);
    RequestHash low = looks(TABLET, DOOR, Track.LOW, bitsPerSecond);
    for (int i = 0; i < MANY; i++) {
      now = now.plus(Ladder.PATIENCE);
      assertThat(anew(PHONE)).as("it keeps " + small).isEmpty();
      assertThat(anew(TABLET)).as("it keeps " + low).isEmpty();
    }
  }

  /// Whatever it chooses it does not want to change at once.
  @ParameterizedTest
  @CsvSource({"64000", "200000", "300000", "512000", "700000", "1000000", "3000000", "4000000"})
  void anew_afterItsOwnChoice_isContent(long bitsPerSecond) {
    Track track = chosen(PHONE, DOOR, bitsPerSecond, 0);
    looks(PHONE, DOOR, track, bitsPerSecond);
    now = now.plus(Ladder.PATIENCE.multipliedBy(2));
    assertThat(anew(PHONE)).isEmpty();
    now = now.plus(Ladder.PATIENCE.multipliedBy(2));
    assertThat(anew(PHONE)).isEmpty();
  }

  @Test
  void anew_streamThatIsNoMore_nameWhoHasIt() {
    RequestHash session = looks(PHONE, DOOR, Track.SUB, 0);
    rungs = List.of(ALL.getFirst(), ALL.get(1));
    assertThat(anew(PHONE)).containsExactly(session);
  }
}
