package io.mashrabiya.wire.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.privacy.Privacy.Hand;
import io.mashrabiya.wire.privacy.Privacy.Shutter;
import io.mashrabiya.wire.right.Hours;
import io.mashrabiya.wire.right.Week;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrivacyTest {
  private static final ZoneId WALL = ZoneOffset.UTC;
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant SIX = Instant.parse("2026-11-23T18:00:00Z");
  private static final Week AFTERNOONS =
      new Week(List.of(new Hours(EnumSet.allOf(DayOfWeek.class), 13 * 60, 18 * 60)));
  private static final CameraId DOOR = new CameraId(1, 1);
  private static final CameraId BEDROOM = new CameraId(2, 2);

  private static Optional<Hand> hand(Shutter shutter, Optional<Instant> until) {
    return Optional.of(new Hand(shutter, NOON, until, "Phone"));
  }

  private static Privacy closed() {
    return new Privacy(hand(Shutter.CLOSED, Optional.empty()), Week.EMPTY);
  }

  @Test
  void at_withoutAnything_isOpen() {
    assertThat(Privacy.NONE.at(NOON, WALL)).isEmpty();
  }

  @Test
  void at_closedByHand_isClosedUntilItIsSaid() {
    assertThat(closed().at(NOON.plus(Duration.ofDays(900)), WALL))
        .contains(new Closure(Optional.of(NOON), Optional.empty(), "Phone"));
  }

  @Test
  void at_closedByHandForATime_opensByItself() {
    Privacy privacy = new Privacy(hand(Shutter.CLOSED, Optional.of(SIX)), Week.EMPTY);
    assertThat(privacy.at(SIX.minusNanos(1), WALL))
        .contains(new Closure(Optional.of(NOON), Optional.of(SIX), "Phone"));
    assertThat(privacy.at(SIX, WALL)).isEmpty();
  }

  @Test
  void at_hoursOfTheWeek_areTheirOwnReason() {
    Privacy privacy = new Privacy(Optional.empty(), AFTERNOONS);
    assertThat(privacy.at(NOON, WALL)).isEmpty();
    assertThat(privacy.at(NOON.plusSeconds(3_600), WALL))
        .contains(new Closure(Optional.empty(), Optional.of(SIX), ""));
  }

  @Test
  void at_openedByHandInTheHours_isOpenAsLongAsTheHandHolds() {
    Instant three = NOON.plusSeconds(3 * 3_600);
    Privacy privacy = new Privacy(hand(Shutter.OPEN, Optional.of(three)), AFTERNOONS);
    assertThat(privacy.at(three.minusNanos(1), WALL)).isEmpty();
    assertThat(privacy.at(three, WALL)).isPresent();
  }

  @Test
  void house_closed_closesEveryCameraWhateverItsOwnHandSays() {
    HousePrivacy privacy =
        HousePrivacy.NONE
            .withHouse(closed())
            .with(DOOR, new Privacy(hand(Shutter.OPEN, Optional.empty()), Week.EMPTY));
    assertThat(privacy.at(DOOR, NOON, WALL)).isPresent();
    assertThat(privacy.at(BEDROOM, NOON, WALL)).isPresent();
  }

  @Test
  void camera_closed_closesNoOther() {
    HousePrivacy privacy = HousePrivacy.NONE.with(BEDROOM, closed());
    assertThat(privacy.at(BEDROOM, NOON, WALL)).isPresent();
    assertThat(privacy.at(DOOR, NOON, WALL)).isEmpty();
  }

  @Test
  void closures_ofHouseAndCamera_tellTheLaterEnd() {
    Privacy untilSix = new Privacy(hand(Shutter.CLOSED, Optional.of(SIX)), Week.EMPTY);
    HousePrivacy houseLonger = HousePrivacy.NONE.withHouse(closed()).with(DOOR, untilSix);
    HousePrivacy cameraLonger = HousePrivacy.NONE.withHouse(untilSix).with(DOOR, closed());
    assertThat(houseLonger.at(DOOR, NOON, WALL).orElseThrow().until()).isEmpty();
    assertThat(cameraLonger.at(DOOR, NOON, WALL).orElseThrow().until()).isEmpty();
  }

  @Test
  void closures_ofHouseAndCameraWithBothTheirEnds_tellTheLater() {
    Instant seven = SIX.plusSeconds(3_600);
    Closure sooner = new Closure(Optional.of(NOON), Optional.of(SIX), "Phone");
    Closure later = new Closure(Optional.of(NOON), Optional.of(seven), "Tablet");
    assertThat(sooner.with(later)).isEqualTo(later);
    assertThat(later.with(sooner)).isEqualTo(later);
  }

  private static HousePrivacy read(Json privacy) throws Malformed {
    return HousePrivacy.read(Fields.of(Json.object().put("p", privacy).build(), "test"), "p");
  }

  private static Json cameras(CameraId... cameras) {
    return Json.object()
        .put(
            "cameras",
            List.of(cameras),
            camera ->
                Json.object()
                    .put("camera", camera.toString())
                    .put("privacy", closed().json())
                    .build())
        .put("house", Privacy.NONE.json())
        .build();
  }

  @Test
  void read_whatWasWritten_isTheSame() throws Malformed {
    HousePrivacy privacy = HousePrivacy.NONE.with(DOOR, closed()).with(BEDROOM, closed());
    assertThat(read(privacy.json())).isEqualTo(privacy);
    assertThat(read(cameras(DOOR, BEDROOM))).isEqualTo(privacy);
  }

  @Test
  void read_camerasNotInOrderOrTwice_isMalformed() {
    assertThatThrownBy(() -> read(cameras(BEDROOM, DOOR))).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> read(cameras(DOOR, DOOR))).isInstanceOf(Malformed.class);
  }

  @Test
  void as_somebodyWhoKnowsOneCamera_tellsOfThatOneAndOfTheHouse() {
    HousePrivacy privacy =
        HousePrivacy.NONE.withHouse(closed()).with(DOOR, closed()).with(BEDROOM, closed());
    assertThat(privacy.as(DOOR::equals))
        .isEqualTo(HousePrivacy.NONE.withHouse(closed()).with(DOOR, closed()));
  }

  private static Closure closedBy(String by) throws Malformed {
    Closure closure = new Closure(Optional.of(NOON), Optional.empty(), by);
    return Closure.read(Fields.of(closure.json(), "test"));
  }

  @Test
  void closure_byALongerNameThanAnybodyHas_isMalformed() throws Malformed {
    assertThat(closedBy("a".repeat(64)).by()).hasSize(64);
    assertThatThrownBy(() -> closedBy("a".repeat(65))).isInstanceOf(Malformed.class);
  }

  @Test
  void with_nothingOfItsOwn_isForgotten() {
    HousePrivacy privacy = HousePrivacy.NONE.with(DOOR, closed()).with(DOOR, Privacy.NONE);
    assertThat(privacy).isEqualTo(HousePrivacy.NONE);
  }
}
