package io.mashrabiya.relay.admit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.admit.TokenBucket.Rate;
import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.wire.ids.HouseholdId;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private static final Duration NOW = Duration.ofSeconds(7);
  private static final HouseholdId GREEDY = new TestHousehold().id();
  private static final HouseholdId OTHER = new TestHousehold().id();
  private static final HouseholdQuota SMALL =
      new HouseholdQuota(1, 1, new Rate(1_000, 100), 1, new Rate(2, 1));

  private final Accounts accounts = new Accounts(SMALL);

  @Test
  void carry_overTheQuota_isRefusedUntilTimeHasPassedAndNobodyElseFeelsIt() {
    assertThat(accounts.carry(GREEDY, 1_000, NOW)).isTrue();
    assertThat(accounts.carry(GREEDY, 1, NOW)).isFalse();
    assertThat(accounts.carry(OTHER, 1_000, NOW)).isTrue();
    assertThat(accounts.carry(GREEDY, 100, NOW.plusSeconds(1))).isTrue();
    assertThat(accounts.carry(GREEDY, 1, NOW.plusSeconds(1))).isFalse();
  }

  @Test
  void speak_overTheQuota_isRefusedForThatHouseholdOnly() {
    assertThat(accounts.speak(GREEDY, NOW)).isTrue();
    assertThat(accounts.speak(GREEDY, NOW)).isTrue();
    assertThat(accounts.speak(GREEDY, NOW)).isFalse();
    assertThat(accounts.speak(OTHER, NOW)).isTrue();
  }

  @Test
  void carriedToday_atMidnight_beginsAnew() {
    accounts.tick(LocalDate.of(2026, 11, 26));
    accounts.sent(GREEDY, 300, NOW);
    accounts.sent(GREEDY, 200, NOW);
    accounts.tick(LocalDate.of(2026, 11, 26));
    assertThat(accounts.carriedToday(GREEDY)).isEqualTo(500);
    assertThat(accounts.carriedToday(OTHER)).isZero();
    accounts.tick(LocalDate.of(2026, 11, 27));
    assertThat(accounts.carriedToday(GREEDY)).isZero();
  }

  @Test
  void change_toMore_letsThroughAtOnce() {
    assertThat(accounts.carry(GREEDY, 1_000, NOW)).isTrue();
    accounts.change(HouseholdQuota.DEFAULT, NOW);
    assertThat(accounts.carry(GREEDY, 1_000_000, NOW)).isTrue();
  }

  @Test
  void forget_household_remembersNothingOfIt() {
    accounts.sent(GREEDY, 300, NOW);
    accounts.forget(GREEDY);
    assertThat(accounts.carriedToday(GREEDY)).isZero();
  }
}
