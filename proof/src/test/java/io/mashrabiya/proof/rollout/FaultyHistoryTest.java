package io.mashrabiya.proof.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.device.accept.Moment;
import io.mashrabiya.device.open.Sight;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.proof.world.History;
import io.mashrabiya.proof.world.Outcome;
import io.mashrabiya.proof.world.Pace;
import io.mashrabiya.proof.world.Stage;
import io.mashrabiya.proof.world.Witness;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.rollout.Rollout;
import io.mashrabiya.relay.rollout.Share;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.statement.Statement;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A change whose cache is keyed wrongly in histories: households, devices and people as they are
/// there, in a time of their own, so that "at once" can be told to the millisecond. It is let reach
/// everybody after ten seconds, and turned back after half a minute.
class FaultyHistoryTest {
  private static final Duration ON = Duration.ofSeconds(10);
  private static final Duration BACK = Duration.ofSeconds(30);
  private static final Duration SECOND = Duration.ofSeconds(1);

  /// When all that devices held back at the turn has been judged.
  private static final Duration SETTLED = BACK.plusSeconds(15);

  /// Each house has a device that looks, and nothing else happens.
  private static final Pace CALM =
      new Pace(Duration.ofMillis(100), Duration.ofHours(1), Duration.ofHours(2));

  private static final int DELIVERIES = 7_000;

  /// So many must have been handed out for the wrong household, or their absence means nothing.
  private static final long MANY = 100;

  @ParameterizedTest
  @ValueSource(longs = {20_191_226, 1})
  void turnedBack_whereNothingElseHappens_handsNothingForeignOutAndShowsOwnPicturesWithinASecond(
      long seed) throws Exception {
    var staged = new Staged();
    Outcome outcome = played(seed, CALM, staged);

    assertThat(outcome.broken()).isEmpty();
    assertThat(staged.now()).as("how long the history is").isGreaterThan(SETTLED.plus(SECOND));
    assertThat(staged.handedOutAtTurn).isGreaterThan(MANY);
    assertThat(staged.handedOut()).isEqualTo(staged.handedOutAtTurn);
    assertThat(staged.refused)
        .isNotEmpty()
        .allMatch(at -> at.compareTo(ON) > 0 && at.compareTo(SETTLED) < 0);
    assertThat(staged.seen).hasSize(2);
    assertThat(staged.seen.values())
        .allSatisfy(times -> assertThat(times.subSet(BACK, BACK.plus(SECOND))).isNotEmpty());
  }

  /// People pair and remove devices and close cameras meanwhile, homes and the relay restart, lines
  /// are slow.
  @Test
  @Tag("slow")
  void promises_whileAChangeKeysItsCacheWrongly_areKeptWhateverElseHappens() throws Exception {
    long handedOut = 0;
    long refused = 0;
    for (long seed = 1; seed <= 3; seed++) {
      var staged = new Staged();
      Outcome outcome = played(seed, Pace.STEADY, staged);
      assertThat(outcome.broken()).isEmpty();
      assertThat(staged.handedOut()).isEqualTo(staged.handedOutAtTurn);
      handedOut += staged.handedOut();
      refused += staged.refused.size();
    }
    assertThat(handedOut).isGreaterThan(MANY);
    assertThat(refused).isPositive();
  }

  private static Outcome played(long seed, Pace pace, Staged staged) throws IOException {
    return new History(seed, pace, List::of, DELIVERIES).run(new Notes(staged), staged);
  }

  /// The relay, its operator, and what came of it.
  private static final class Staged implements Stage {
    private final List<WrongKeys> faulty = new ArrayList<>();
    private final List<Duration> refused = new ArrayList<>();
    private final Map<HouseholdId, TreeSet<Duration>> seen = new HashMap<>();
    private Operator operator;
    private long handedOutAtTurn;

    @Override
    public Relay.Keeping parts(Rollout rollout, Tally tally) {
      var own = WrongKeys.by(rollout);
      faulty.add(own); // a relay that starts anew has others
      return own.keeping();
    }

    @Override
    public void begins(Operator whoRunsIt) {
      operator = whoRunsIt;
      operator.turns(Share.NONE);
      operator.after(ON, () -> operator.turns(Share.ALL));
      operator.after(
          BACK,
          () -> {
            operator.turns(Share.NONE);
            handedOutAtTurn = handedOut();
          });
    }

    Duration now() {
      return operator.now();
    }

    long handedOut() {
      return faulty.stream().mapToLong(WrongKeys::handedOut).sum();
    }
  }

  /// When devices see and refuse.
  private record Notes(Staged staged) implements Witness {
    @Override
    public Visit begins(String name, Membership held, Moment now, Statement certificate) {
      return new Visit() {
        @Override
        public void saw(Sight sight) {
          switch (sight) {
            case Sight.Refused refused -> staged.refused.add(staged.now());
            case Sight.Seen seen ->
                staged
                    .seen
                    .computeIfAbsent(held.household(), none -> new TreeSet<>())
                    .add(staged.now());
            case Sight.Ended ended -> {}
          }
        }
      };
    }
  }
}
