package io.mashrabiya.wire.right;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.letter.DeviceEntry;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TermsTest {
  private static final CameraId DOOR = new CameraId(1, 1);
  private static final CameraId BEDROOM = new CameraId(2, 2);
  private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Week MONDAYS =
      new Week(List.of(new Hours(EnumSet.of(DayOfWeek.MONDAY), 0, 24 * 60)));

  @Test
  void rights_atACameraThatIsNamed_areThoseAndNoOthers() {
    Rights rights =
        new Rights(
            false,
            Set.of(Right.VIEW, Right.LISTEN),
            new TreeMap<>(java.util.Map.of(BEDROOM, Set.<Right>of())));
    assertThat(rights.at(DOOR)).containsExactlyInAnyOrder(Right.VIEW, Right.LISTEN);
    assertThat(rights.at(BEDROOM)).isEmpty();
  }

  @Test
  void rights_atOnlySomeCameras_areNoneElsewhere() {
    Rights rights = Rights.at(Set.of(DOOR), Set.of(Right.VIEW));
    assertThat(rights.at(DOOR)).containsExactly(Right.VIEW);
    assertThat(rights.at(BEDROOM)).isEmpty();
    assertThat(rights.manage()).isFalse();
  }

  @Test
  void as_somebodyWhoKnowsOneCamera_tellsOfThatOneAlone() {
    Terms terms = Terms.always(Rights.at(Set.of(DOOR, BEDROOM), Set.of(Right.VIEW)));
    Terms known = Terms.always(Rights.at(Set.of(DOOR), Set.of(Right.VIEW)));
    assertThat(terms.as(DOOR::equals)).isEqualTo(known);
    var phone = new DeviceEntry(new DeviceId(1, 1), "Phone", MONDAY_NOON, MONDAY_NOON, terms);
    assertThat(phone.as(DOOR::equals))
        .isEqualTo(new DeviceEntry(new DeviceId(1, 1), "Phone", MONDAY_NOON, MONDAY_NOON, known));
  }

  @Test
  void terms_withoutHours_holdAlways() {
    Terms terms = Terms.always(Rights.to(Right.ALL));
    assertThat(terms.hold(MONDAY_NOON, ZoneOffset.UTC)).isTrue();
    assertThat(terms.areOver(MONDAY_NOON)).isFalse();
  }

  @Test
  void terms_withHours_holdInThem() {
    Terms terms = new Terms(Rights.to(Right.ALL), Optional.empty(), MONDAYS);
    assertThat(terms.hold(MONDAY_NOON, ZoneOffset.UTC)).isTrue();
    assertThat(terms.hold(MONDAY_NOON.plusSeconds(86_400), ZoneOffset.UTC)).isFalse();
  }

  @Test
  void terms_untilATime_areOverAtThatTime() {
    Terms terms = new Terms(Rights.to(Right.ALL), Optional.of(MONDAY_NOON), Week.EMPTY);
    assertThat(terms.hold(MONDAY_NOON.minusNanos(1), ZoneOffset.UTC)).isTrue();
    assertThat(terms.hold(MONDAY_NOON, ZoneOffset.UTC)).isFalse();
    assertThat(terms.areOver(MONDAY_NOON)).isTrue();
  }

  @Test
  void terms_ofAGuestWhoManages_areNotMade() {
    assertThatThrownBy(() -> new Terms(Rights.ALL, Optional.of(MONDAY_NOON), Week.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Terms(Rights.ALL, Optional.empty(), MONDAYS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
