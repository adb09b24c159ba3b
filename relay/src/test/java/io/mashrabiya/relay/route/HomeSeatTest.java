package io.mashrabiya.relay.route;

import static io.mashrabiya.relay.route.Now.NOW;
import static io.mashrabiya.relay.route.Now.after;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.relay.route.HomeSeat.Holder;
import io.mashrabiya.relay.route.HomeSeat.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeSeatTest {
  private static final TestHousehold HOUSEHOLD = new TestHousehold();

  private final HomeSeat seat = new HomeSeat(Duration.ofSeconds(2));
  private final Holder first = holder(1, 10);
  private final Holder second = holder(2, 10);

  private static Holder holder(long link, long serial) {
    return new Holder(new LinkId(link), HOUSEHOLD.certificate(serial));
  }

  @Test
  void arrives_emptySeat_isSeated() {
    assertThat(seat.arrives(first, NOW)).isEqualTo(new Outcome.Seated(first, List.of()));
    assertThat(seat.link()).contains(first.link());
  }

  @Test
  void arrives_rivalOfALiveHome_isRefusedOnceTheFirstIsHeard() {
    seat.arrives(first, NOW);
    assertThat(seat.arrives(second, NOW)).isEqualTo(new Outcome.Asking(first.link()));
    assertThat(seat.tick(after(1_999))).isEqualTo(new Outcome.Same());
    assertThat(seat.heard(first.link())).isEqualTo(new Outcome.Kept(first.link(), second.link()));
    assertThat(seat.tick(after(5_000))).isEqualTo(new Outcome.Same());
    assertThat(seat.link()).contains(first.link());
  }

  @Test
  void arrives_rivalOfASilentHome_replacesItAfterTwoSeconds() {
    seat.arrives(first, NOW);
    seat.arrives(second, NOW);
    assertThat(seat.tick(after(2_000)))
        .isEqualTo(new Outcome.Seated(second, List.of(first.link())));
    assertThat(seat.link()).contains(second.link());
  }

  @Test
  void heard_theRivalItself_provesNothing() {
    seat.arrives(first, NOW);
    seat.arrives(second, NOW);
    assertThat(seat.heard(second.link())).isEqualTo(new Outcome.Same());
    assertThat(seat.tick(after(2_000))).isInstanceOf(Outcome.Seated.class);
  }

  @Test
  void arrives_higherSerial_replacesAtOnceWithoutAsking() {
    seat.arrives(first, NOW);
    var newer = holder(2, 11);
    assertThat(seat.arrives(newer, NOW))
        .isEqualTo(new Outcome.Seated(newer, List.of(first.link())));
  }

  @Test
  void arrives_higherSerialWhileARivalWaits_endsBoth() {
    seat.arrives(first, NOW);
    seat.arrives(second, NOW);
    var newer = holder(3, 11);
    assertThat(seat.arrives(newer, NOW))
        .isEqualTo(new Outcome.Seated(newer, List.of(first.link(), second.link())));
  }

  @Test
  void arrives_lowerSerial_isOutdatedEvenWhenTheSeatIsEmpty() {
    seat.arrives(first, NOW);
    var older = holder(2, 9);
    assertThat(seat.arrives(older, NOW)).isEqualTo(new Outcome.Outdated(older.link()));
    seat.gone(first.link());
    assertThat(seat.arrives(older, NOW)).isEqualTo(new Outcome.Outdated(older.link()));
  }

  @Test
  void arrives_thirdWhileARivalWaits_isRefused() {
    seat.arrives(first, NOW);
    seat.arrives(second, NOW);
    var third = holder(3, 10);
    assertThat(seat.arrives(third, NOW)).isEqualTo(new Outcome.Kept(first.link(), third.link()));
  }

  @Test
  void gone_firstWhileARivalWaits_seatsTheRivalAtOnce() {
    seat.arrives(first, NOW);
    seat.arrives(second, NOW);
    assertThat(seat.gone(first.link())).isEqualTo(new Outcome.Seated(second, List.of()));
  }

  @Test
  void gone_rival_leavesTheFirstInPeace() {
    seat.arrives(first, NOW);
    seat.arrives(second, NOW);
    assertThat(seat.gone(second.link())).isEqualTo(new Outcome.Same());
    assertThat(seat.tick(after(9_000))).isEqualTo(new Outcome.Same());
    assertThat(seat.link()).contains(first.link());
  }

  @Test
  void gone_holder_vacates() {
    seat.arrives(first, NOW);
    assertThat(seat.gone(first.link())).isEqualTo(new Outcome.Vacant());
    assertThat(seat.isEmpty()).isTrue();
    assertThat(seat.gone(first.link())).isEqualTo(new Outcome.Same());
  }
}
