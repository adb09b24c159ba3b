package io.mashrabiya.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mashrabiya.bench.Effort;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ContestTest {
  private final List<String> turns = new ArrayList<>();

  @Test
  void hold_twoCandidates_takeTurnsAfterTheirWarmUp() throws Exception {
    new Contest()
        .with("a", length -> took("a", length))
        .with("b", length -> took("b", length))
        .hold(new Effort(2, Duration.ofSeconds(3), Duration.ofSeconds(1)));
    assertThat(turns).containsExactly("a3", "b3", "a1", "b1", "a1", "b1");
  }

  @Test
  void hold_threeRounds_isTheMedianOfEachWithoutItsWarmUp() throws Exception {
    Queue<Double> costs = new ArrayDeque<>(List.of(1000.0, 7.0, 5.0, 90.0));
    Medians medians =
        new Contest()
            .with("a", length -> costs.remove())
            .hold(new Effort(3, Duration.ofSeconds(3), Duration.ofSeconds(1)));
    assertThat(medians.of("a")).isEqualTo(7);
  }

  @Test
  void medians_ofWhoDidNotTakePart_isRefused() throws Exception {
    Medians medians = new Contest().hold(new Effort(1, Duration.ZERO, Duration.ofSeconds(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> medians.of("a"));
  }

  private double took(String name, Duration length) {
    turns.add(name + length.toSeconds());
    return 1;
  }
}
