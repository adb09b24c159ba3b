package io.mashrabiya.bench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mashrabiya.bench.line.Traffic;
import io.mashrabiya.bench.report.Figure;
import io.mashrabiya.network.shape.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Failures NONE = new Failures(List.of());
  private static final Traffic TRAFFIC = new Traffic(30_000, 600_000);
  private static final Optional<Boolean> NOT_MET = Optional.of(false);

  private static Map<String, Figure> figures(Looks looks, Failures failures, Profile profile) {
    return new Verdict(looks, failures, TRAFFIC, Target.of(profile))
        .figures().stream().collect(Collectors.toMap(Figure::name, Function.identity()));
  }

  /// Half a minute from 0 on, of a camera that draws ten a second, each shown half a second later
  /// but for those of a time.
  private static Looks halfAMinute(double blindFrom, double blindUntil) {
    List<Look> looks = new ArrayList<>();
    List<Looks.Came> pictures = new ArrayList<>();
    Map<Long, Double> drawn = new HashMap<>();
    long newest = -1;
    for (long tenth = -10; tenth < 300; tenth++) {
      double now = tenth * 100.0;
      drawn.put(tenth + 10, now);
      if (tenth >= 0) {
        if (now < blindFrom || now >= blindUntil) {
          newest = tenth + 5;
          pictures.add(new Looks.Came(now, newest));
        }
        Label label =
            now - drawn.get(newest) <= 3_000
                ? new Label.Live()
                : new Label.Aged(Math.ceil((now - drawn.get(newest)) / 1e3));
        looks.add(new Look(now, new Shown.Picture(newest), label));
      }
    }
    return new Looks(0, 30_000, looks, pictures, drawn);
  }

  @Test
  void figures_ofAGoodLine_areAllMet() {
    Map<String, Figure> figures = figures(halfAMinute(0, 0), NONE, Profile.LTE);
    assertThat(figures.values()).noneMatch(figure -> figure.isMet().equals(NOT_MET));
    assertThat(figures.get("age-p95").value()).isEqualTo(0.5);
    assertThat(figures.get("pictures").value()).isEqualTo(10);
    assertThat(figures.get("camera").value()).isEqualTo(10);
    assertThat(figures.get("from-relay").value()).isEqualTo(1_200);
    assertThat(figures.get("to-relay").value()).isEqualTo(60);
    assertThat(figures).doesNotContainKey("recovery-worst");
  }

  /// The line is gone from 10 to 18 s, and pictures come again a second later.
  @Test
  void figures_ofALineThatFails_askWhatCanBeAsked() {
    Failures failures = new Failures(List.of(new Failures.Span(10_000, 18_000)));
    Map<String, Figure> figures = figures(halfAMinute(10_000, 19_000), failures, Profile.TRAIN);
    assertThat(figures.get("recovery-worst").value()).isEqualTo(1);
    Figure p95 = figures.get("age-p95");
    // of 300 moments the 15th oldest: pictures stay away for 90, the line counts as gone for 100
    assertThat(p95.value()).isCloseTo(8.0, within(0.11));
    assertThat(p95.reference().orElseThrow()).isCloseTo(2 + 8.5, within(0.11));
    assertThat(p95.isMet()).hasValue(true);
    assertThat(figures.get("pictures").value()).isCloseTo(210 / 22.0, within(0.01));
    assertThat(figures.get("skipped").value()).isCloseTo(30, within(0.01));
  }

  /// The same silence without a failure is nobody's fault but ours.
  @Test
  void figures_ofSilenceOnALineThatWorks_areMissed() {
    Map<String, Figure> figures = figures(halfAMinute(10_000, 19_000), NONE, Profile.TRAIN);
    assertThat(figures.get("age-p95").isMet()).isEqualTo(NOT_MET);
    assertThat(figures).doesNotContainKey("recovery-worst");
  }

  @Test
  void figures_ofWrongLabels_areToldWithTheirLargestErrors() {
    List<Look> looks =
        List.of(
            LooksTest.look(1_500, 1, "live", null),
            LooksTest.look(5_000, 1, "live", null), // four seconds old
            LooksTest.look(5_900, 2, "live", null), // it had just come
            LooksTest.look(6_000, 2, "aged", 6), // two too many
            LooksTest.look(7_000, 2, "aged", 4)); // one too few
    Map<String, Figure> figures =
        figures(new Looks(0, 8_000, looks, List.of(), LooksTest.DRAWN), NONE, Profile.VILLAGE);
    assertThat(figures.get("live-though-old").value()).isEqualTo(400);
    assertThat(figures.get("live-though-old").isMet()).isEqualTo(NOT_MET);
    assertThat(figures.get("label-too-old").value()).isEqualTo(2);
    assertThat(figures.get("label-too-young").value()).isEqualTo(1);
    assertThat(figures.get("label-too-young").isMet()).isEqualTo(NOT_MET);
  }

  @Test
  void figures_ofSomebodyWhoSawNothing_areRatesAlone() {
    List<Look> looks = List.of(LooksTest.look(1_500, "nothing", "none", null));
    Looks nothing = new Looks(0, 8_000, looks, List.of(), LooksTest.DRAWN);
    assertThat(figures(nothing, NONE, Profile.DECEMBER26))
        .containsOnlyKeys("pictures", "camera", "skipped", "from-relay", "to-relay");
  }
}
