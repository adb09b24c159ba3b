package io.mashrabiya.proof.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.proof.replay.Player.Replayed;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Without any one of the viewer's checks it makes something else of what devices heard.
@ChromiumTest
class ViewerMutantsTest {
  private static final long SEED = 193;
  private static final long DELIVERIES = 10_000;

  /// What is rare is not in every run of that length.
  private static final int MOST_RUNS = 8;

  private static final long SEEDS_APART = 1_000;
  private static final long NEVER_LONG = Long.MAX_VALUE;

  private static final Path DESIGN = Path.of("..", "docs", "design", "lies.md");

  @TempDir Path folder;

  @Test
  void checks_eachTakenOutInTurn_areMissedWithinTenThousandDeliveries(Chromium chromium)
      throws Exception {
    var mutants = new ViewerMutants(Files.createDirectory(folder.resolve("viewer")));
    Map<String, String> missed = new TreeMap<>();
    List<ViewerCheck> left = List.copyOf(ViewerMutants.checks());
    for (int run = 0; run < MOST_RUNS && !left.isEmpty(); run++) {
      List<Path> traces = new ArrayList<>();
      Traces.each(folder, SEED + SEEDS_APART * run, DELIVERIES, NEVER_LONG, traces::add);
      Replayed whole = played(chromium, mutants.whole(), traces);
      assertThat(whole.difference()).isEmpty();
      assertThat(whole.deliveries()).isGreaterThanOrEqualTo(DELIVERIES);
      for (ViewerCheck check : left) {
        Replayed without = played(chromium, mutants.without(check), traces);
        String how = without.difference().orElse("by nobody");
        System.out.printf("%-40s %.120s%n", check.name(), how);
        missed.put(check.name(), how);
      }
      left = left.stream().filter(check -> "by nobody".equals(missed.get(check.name()))).toList();
    }
    assertThat(missed).isNotEmpty().doesNotContainValue("by nobody");
  }

  private static Replayed played(Chromium chromium, String script, List<Path> traces) {
    try (Tab tab = chromium.newTab();
        Player player = new Player(tab.page(), script)) {
      Replayed sum = Replayed.NOTHING;
      for (Path trace : traces) {
        sum = sum.and(player.play(trace));
        if (sum.difference().isPresent()) {
          break;
        }
      }
      return sum;
    }
  }

  /// Whoever asks what the viewer's checks are for finds each there.
  @Test
  void design_tableOfTheViewersChecks_namesEachAndNoOther() throws IOException {
    List<String> named =
        Pattern.compile("(?m)^\\| `(\\S+\\.ts)` `(\\w+)` \\|")
            .matcher(Files.readString(DESIGN))
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .toList();
    assertThat(named)
        .containsExactlyElementsOf(ViewerMutants.checks().stream().map(ViewerCheck::name).toList());
  }

  /// What cannot be told from its answer stands in a file of its own, and no file stands there for
  /// nothing.
  @Test
  void checks_thatAnswerSomethingElse_haveAFileWithoutThem() throws IOException {
    assertThat(ViewerMutants.checks().stream().filter(check -> !check.isPlain()))
        .extracting(ViewerCheck::file)
        .containsExactlyElementsOf(ViewerMutants.replacements());
  }
}
