package io.mashrabiya.home.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.door.InviteWish.Given;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.right.Hours;
import io.mashrabiya.wire.right.Right;
import io.mashrabiya.wire.right.Rights;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.right.Week;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InviteWishTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final CameraId DOOR = new CameraId(1, 1);
  private static final Map<String, CameraId> HOUSE = Map.of("Door", DOOR);
  private static final Week MONDAYS = new Week(List.of(new Hours(Set.of(DayOfWeek.MONDAY), 0, 60)));

  private static InviteWish wish(Given given, List<String> cameras, Optional<Instant> until) {
    return new InviteWish(HOUR, Optional.of(given), cameras, until, Week.EMPTY);
  }

  private static void assertRefused(InviteWish wish, String... words) {
    assertThatThrownBy(() -> wish.terms(HOUSE, NOW))
        .isInstanceOf(Unfit.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void terms_ofThePlainInvite_areEverythingForTenMinutes() throws Exception {
    assertThat(InviteWish.PLAIN.terms(HOUSE, NOW)).isEqualTo(InviteTerms.ONE_DEVICE);
  }

  /// Whoever limits an invite and says nothing of rights does not mean a second manager.
  @Test
  void terms_ofALimitedInviteWithoutRights_areToLook() throws Exception {
    var cameras =
        new InviteWish(HOUR, Optional.empty(), List.of("Door"), Optional.empty(), Week.EMPTY);
    assertThat(cameras.terms(HOUSE, NOW).terms())
        .isEqualTo(Terms.always(Rights.at(Set.of(DOOR), Set.of(Right.VIEW))));
    var hours = new InviteWish(HOUR, Optional.empty(), List.of(), Optional.empty(), MONDAYS);
    assertThat(hours.terms(HOUSE, NOW).terms())
        .isEqualTo(new Terms(Rights.to(Set.of(Right.VIEW)), Optional.empty(), MONDAYS));
  }

  @Test
  void terms_withAnEnd_areAGuests() throws Exception {
    var end = Optional.of(NOW.plusSeconds(9));
    var guest = wish(new Given(false, Right.ALL), List.of(), end);
    assertThat(guest.terms(HOUSE, NOW))
        .isEqualTo(InviteTerms.oneDevice(HOUR, new Terms(Rights.to(Right.ALL), end, Week.EMPTY)));
  }

  @Test
  void terms_unknownCameras_areNamedWithThoseThatThereAre() {
    var lost =
        wish(new Given(false, Right.ALL), List.of("Cellar", "Door", "Attic"), Optional.empty());
    assertRefused(lost, "no camera Cellar, Attic.", "There are: Door.");
    assertThatThrownBy(() -> lost.terms(Map.of(), NOW)).hasMessageContaining("The home has none");
  }

  @Test
  void terms_guestWhoManages_isRefused() {
    var manages = new Given(true, Right.ALL);
    assertRefused(wish(manages, List.of(), Optional.of(NOW.plusSeconds(9))), "cannot manage");
    assertRefused(
        new InviteWish(HOUR, Optional.of(manages), List.of(), Optional.empty(), MONDAYS),
        "cannot manage");
  }

  @Test
  void terms_endThatIsOver_isRefused() {
    assertRefused(wish(new Given(false, Right.ALL), List.of(), Optional.of(NOW)), "over already");
  }

  @Test
  void terms_rightToNothing_isRefused() {
    assertRefused(wish(new Given(false, Set.of()), List.of(), Optional.empty()), "give a right");
  }

  @Test
  void terms_goodForTooLongOrTooShort_isRefused() {
    for (Duration each : List.of(Duration.ofSeconds(59), Duration.ofDays(7).plusSeconds(1))) {
      var wish = new InviteWish(each, Optional.empty(), List.of(), Optional.empty(), Week.EMPTY);
      assertRefused(wish, "seven days at most");
    }
  }
}
