package io.mashrabiya.proof.differ;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.proof.differ.Contest.Outcome;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Java and TypeScript take the same and refuse the same, whatever comes. `./dev fuzz differential`
/// goes on for longer, from other seeds.
@ChromiumTest
class DifferentialTest {
  private static final long SEED = 2_019_12_26;
  private static final int INPUTS = 20_000;

  static final List<Format> FORMATS = Formats.ALL;

  /// Of the same inputs, judged by a reader that forgets one bound.
  @Test
  void differences_ofACarelessReader_areFound(Tab tab) {
    Format careful =
        FORMATS.stream().filter(each -> each.name().equals("sound")).findFirst().orElseThrow();
    Judge careless =
        input ->
            input.length > 6 && input[5] == 9
                ? Optional.of("nine channels")
                : careful.java().judge(input);
    try (ViewerJudges viewer = ViewerJudges.in(tab.page())) {
      Format format = new Format("sound", 1, careful.seeds(), careful.mutator(), careless);
      assertThat(new Contest(viewer).of(format, SEED, INPUTS).differences()).isNotEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("FORMATS")
  void inputs_mutatedFromVectors_areTheSameToBoth(Format format, Tab tab) {
    try (ViewerJudges viewer = ViewerJudges.in(tab.page())) {
      Outcome outcome = new Contest(viewer).of(format, SEED, INPUTS / format.cost());
      assertThat(outcome.differences()).as("seed %d", SEED).isEmpty();
      assertThat(outcome.understood())
          .as("much is understood")
          .isGreaterThan(outcome.inputs() / 50);
      assertThat(outcome.understood()).as("much is not").isLessThan(outcome.inputs() * 49 / 50);
    }
  }
}
