package io.mashrabiya.proof.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.proof.lie.Lies;
import io.mashrabiya.proof.mutant.HuntAll;
import io.mashrabiya.proof.mutant.Mutant;
import io.mashrabiya.proof.mutant.Mutants;
import io.mashrabiya.proof.world.Lie;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The relay lies in every way that is named, and no promise is broken; without any one of our
/// checks one is.
@Tag("slow")
class LyingRelayTest {
  private static final Path DESIGN = Path.of("..", "docs", "design", "lies.md");
  private static final Path SECURITY = Path.of("..", "SECURITY.md");

  @Test
  void promises_inAMillionDeliveriesFullOfLies_areKept() throws Exception {
    Played played = Played.by(Prove.class, "--deliveries", "1000000", "--seed", "20191226");

    assertThat(played.exitCode()).as(played.out()).isZero();
    assertThat(played.out())
        .contains(Lies.all().stream().map(Lie::name).toList())
        .containsPattern("histories, \\d{3},\\d{3} pictures seen");
  }

  @Test
  void checks_eachTakenOutInTurn_areMissedWithinTenThousandDeliveries() throws Exception {
    Played played = Played.by(HuntAll.class, "20");

    assertThat(played.exitCode()).as(played.out()).isZero();
    assertThat(played.out()).contains(Mutants.all().stream().map(Mutant::name).toList());
  }

  /// Else a seed would not tell the same story again.
  @Test
  void history_ofOneSeed_isTheSameInEveryProcess() throws Exception {
    String first = Played.by(Prove.class, "--deliveries", "20000", "--seed", "7").withoutTime();

    assertThat(first).contains("pictures seen");
    assertThat(Played.by(Prove.class, "--deliveries", "20000", "--seed", "7").withoutTime())
        .isEqualTo(first);
  }

  /// Else what a run of many histories found could not be told alone.
  @Test
  void history_afterAnother_isTheSameAsAlone() throws Exception {
    String alone = Played.by(Stories.class, "80").out();

    assertThat(alone).contains("is given a pairing link");
    assertThat(Played.by(Stories.class, "77", "80").out()).isEqualTo(alone);
  }

  /// Not after the hours that the others would still have played.
  @Test
  void run_oneOfWhoseHistoriesCannotBePlayed_endsAtOnce() throws Exception {
    Played played = Played.by(OneFails.class);

    assertThat(played.exitCode()).isNotZero();
    assertThat(played.out()).containsPattern("the history of seed [78]").contains("no disk");
  }

  /// A long run on a machine that is wanted for something else is not lost.
  @Test
  void prove_stoppedEarly_saysWhatItCameToAndHowToGoOn() throws Exception {
    Process process = Played.begin(Prove.class, "--deliveries", "1000000000", "--seed", "7");
    try (BufferedReader out = process.inputReader()) {
      String first = out.readLine();
      process.toHandle().destroy(); // which leaves its streams open

      assertThat(first).isEqualTo("seed 7");
      assertThat(out.readAllAsString())
          .contains("stopped early", "0 deliveries in")
          .containsPattern("go on with --seed \\d+");
    }
  }

  @Test
  void design_tableOfLies_namesEachAndNoOther() throws Exception {
    List<String> named =
        Files.readAllLines(DESIGN).stream()
            .filter(
                line -> line.startsWith("| `") && line.chars().filter(c -> c == '|').count() == 4)
            .map(line -> line.split("`")[1])
            .toList();
    assertThat(named).containsExactlyElementsOf(Lies.all().stream().map(Lie::name).toList());
  }

  /// Whoever asks what a promise hangs on finds each check there.
  @Test
  void security_table_namesEachCheckAndNoOther() throws Exception {
    List<String> named =
        Pattern.compile("`([A-Z][\\w$]+#(?:is|has)\\w*)`")
            .matcher(Files.readString(SECURITY))
            .results()
            .map(check -> check.group(1))
            .sorted()
            .toList();
    assertThat(named)
        .containsExactlyElementsOf(
            Mutants.all().stream()
                .map(mutant -> mutant.owner().replaceFirst(".*\\.", "") + "#" + mutant.method())
                .sorted()
                .toList());
  }
}
