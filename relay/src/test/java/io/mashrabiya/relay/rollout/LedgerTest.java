package io.mashrabiya.relay.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Change CHANGE = Change.POOR_LINE_STILLS;
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000, 123_456_789);
  private static final Instant KEPT = Instant.ofEpochSecond(1_800_000_000, 123_456_000);
  private static final Reason WHY = new Reason("first homes");

  @Test
  void with_steps_recordsTimeReasonAndShareBeforeAndAfter() {
    var back = new Reason("the village sees nothing");
    Ledger ledger =
        Ledger.EMPTY
            .with(CHANGE, new Share(500), WHY, NOW)
            .with(CHANGE, Share.NONE, back, NOW.plusSeconds(60));
    assertThat(ledger.share(CHANGE)).isEqualTo(Share.NONE);
    assertThat(ledger.steps())
        .containsExactly(
            new Step(KEPT, CHANGE.label(), Share.ALL, new Share(500), WHY),
            new Step(KEPT.plusSeconds(60), CHANGE.label(), new Share(500), Share.NONE, back));
  }

  @Test
  void with_moreStepsThanAreKept_forgetsTheOldestAndNotTheShare() {
    Ledger ledger = Ledger.EMPTY;
    int most = Ledger.MOST_STEPS;
    for (int step = 0; step < most + 10; step++) {
      ledger = ledger.with(CHANGE, new Share(step), WHY, NOW.plusSeconds(step));
    }
    assertThat(ledger.steps()).hasSize(most);
    assertThat(ledger.steps().getFirst().after()).isEqualTo(new Share(10));
    assertThat(ledger.steps().getLast().after()).isEqualTo(ledger.share(CHANGE));
    assertThat(ledger.share(CHANGE)).isEqualTo(new Share(most + 9));
  }

  @Test
  void with_aChangeOfAnotherVersionInIt_keepsThat() {
    var ledger = new Ledger(Map.of("later-change", new Share(7)), List.of());
    assertThat(ledger.with(CHANGE, Share.NONE, WHY, NOW).shares())
        .containsEntry("later-change", new Share(7));
  }

  @Test
  void with_moreChangesThanAreKept_isRefused() {
    Map<String, Share> others = new HashMap<>();
    for (int i = 0; i < Ledger.MOST_CHANGES; i++) {
      others.put("change-" + i, Share.ALL);
    }
    var full = new Ledger(others, List.of());
    assertThatThrownBy(() -> full.with(CHANGE, Share.NONE, WHY, NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void step_ofWhatIsNoName_isRefused() {
    for (String name : List.of("", "Poor", "a--b", "-a", "a-", "a b", "a".repeat(41))) {
      assertThat(Step.isName(name)).as(name).isFalse();
      assertThatThrownBy(() -> new Step(NOW, name, Share.ALL, Share.NONE, WHY))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
