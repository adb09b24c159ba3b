package io.mashrabiya.relay.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.ids.HouseholdId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolloutTest {
  private static final Change CHANGE = Change.POOR_LINE_STILLS;
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
  private static final Reason WHY = new Reason("first homes");
  private static final int MANY = 20_000;
  private static final List<HouseholdId> HOUSEHOLDS = households();

  private static List<HouseholdId> households() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_191_226);
    return IntStream.range(0, MANY)
        .mapToObj(one -> new HouseholdId(random.nextLong(), random.nextLong(), random.nextInt()))
        .toList();
  }

  private static Rollout at(int perTenThousand) {
    var rollout = new Rollout(Ledger.EMPTY);
    rollout.turn(CHANGE, new Share(perTenThousand), WHY, NOW);
    return rollout;
  }

  private static Set<HouseholdId> in(Rollout rollout) {
    return HOUSEHOLDS.stream()
        .filter(household -> rollout.isIn(CHANGE, household))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(ints = {25, 500, 2_000, 5_000, 9_900})
  void isIn_ofManyHouseholds_isTheShare(int perTenThousand) {
    double expected = (double) MANY * perTenThousand / Share.WHOLE;
    double rest = (double) (Share.WHOLE - perTenThousand) / Share.WHOLE;
    double deviation = Math.sqrt(expected * rest);
    assertThat((double) in(at(perTenThousand)).size())
        .isBetween(expected - 4 * deviation, expected + 4 * deviation);
  }

  @Test
  void isIn_atNoneAndAtAll_isNobodyAndEverybody() {
    assertThat(in(at(0))).isEmpty();
    assertThat(in(at(Share.WHOLE))).hasSize(MANY);
  }

  @Test
  void isIn_atASmallerShare_isInAtEveryLargerOne() {
    Set<HouseholdId> before = Set.of();
    for (int share : new int[] {1, 10, 100, 500, 501, 2_000, 5_000, 9_999}) {
      Set<HouseholdId> now = in(at(share));
      assertThat(now.containsAll(before)).as("at " + share).isTrue();
      before = now;
    }
  }

  /// A place is the same in every version and at every relay: these are reckoned by another program
  /// (`sha256sum`).
  @Test
  void place_ofAHousehold_isThatOfItsHash() throws Exception {
    assertThat(Rollout.place(CHANGE, HouseholdId.parse("a".repeat(32)))).isEqualTo(8_770);
    assertThat(Rollout.place(CHANGE, HouseholdId.parse("b" + "a".repeat(31)))).isEqualTo(9_170);
  }

  @Test
  void isIn_whereNothingWasSaid_isEverybodyForWhatHasProvedItself() {
    var rollout = new Rollout(Ledger.EMPTY);
    assertThat(rollout.ledger().share(CHANGE)).isEqualTo(Share.ALL);
    assertThat(in(rollout)).hasSize(MANY);
  }
}
