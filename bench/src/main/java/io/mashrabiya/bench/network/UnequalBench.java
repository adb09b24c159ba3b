package io.mashrabiya.bench.network;

import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.Measurement;
import io.mashrabiya.bench.line.LineKind;
import io.mashrabiya.bench.process.Parts;
import io.mashrabiya.bench.report.Figure;
import io.mashrabiya.network.shape.Profile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Several who look at one camera at once, each over a line of their own: what each sees, beside
/// what the same one saw over the same line alone.
///
/// Eight are twins of the viewer in processes of their own, one over each line and one more over
/// two of them; the ninth is the viewer's page in Chromium.
public final class UnequalBench implements Measurement {
  /// Of eight twins, and last that of the page.
  private static final List<Profile> LINES =
      List.of(
          Profile.FIBRE,
          Profile.DSL,
          Profile.LTE,
          Profile.TRAIN,
          Profile.VILLAGE,
          Profile.DECEMBER26,
          Profile.VILLAGE,
          Profile.LTE,
          Profile.VILLAGE);

  /// Who looks alone looks for this part of the time: there are nine of them.
  private static final int ALONE = 3;

  private static final double P50 = 0.5;
  private static final double P95 = 0.95;

  private final List<Profile> lines;
  private final Supplier<LineKind> kinds;

  public UnequalBench() {
    this(LINES, LineKind::ofThisMachine);
  }

  /// @param lines of twins, and last that of the page
  UnequalBench(List<Profile> lines, Supplier<LineKind> kinds) {
    this.lines = lines;
    this.kinds = kinds;
  }

  @Override
  public String name() {
    return "network-unequal";
  }

  @Override
  public String about() {
    return "eight devices and a browser at once on unequal lines, against each alone";
  }

  @Override
  public Effort usualEffort() {
    return new Effort(1, Duration.ofSeconds(10), Duration.ofMinutes(3));
  }

  @Override
  public Findings measure(Effort effort) throws Exception {
    LineKind kind = kinds.get();
    Duration length = effort.turn().multipliedBy(effort.rounds());
    try (Parts parts = new Parts()) {
      NetworkHouse house = parts.hold(NetworkHouse.seenOver(kind, lines));
      List<Viewer> viewers = viewers(house, parts);
      List<Onlook> alone = new ArrayList<>();
      for (Viewer viewer : viewers) {
        alone.addAll(look(house, List.of(viewer), effort.warmUp(), length.dividedBy(ALONE)));
      }
      List<Onlook> together = look(house, viewers, effort.warmUp(), length);
      return new Findings(
          facts(kind, viewers, alone, together), figures(viewers, alone, together, length));
    }
  }

  private List<Viewer> viewers(NetworkHouse house, Parts parts) throws Exception {
    List<Viewer> viewers = new ArrayList<>();
    int last = lines.size() - 1;
    for (int line = 0; line < last; line++) {
      String name = lines.get(line) + "-" + (line + 1);
      viewers.add(parts.hold(TwinViewer.at(house.end(line), name, house.invite())));
    }
    viewers.add(parts.hold(PageViewer.at(house, last, lines.get(last) + "-page")));
    return viewers;
  }

  /// Each time the lines begin anew, so that one that fails does so at the same moments alone and
  /// together.
  private static List<Onlook> look(
      NetworkHouse house, List<Viewer> viewers, Duration warmUp, Duration length)
      throws IOException, InterruptedException {
    house.spoil();
    for (Viewer viewer : viewers) {
      viewer.begin(warmUp, length);
    }
    List<Onlook> seen = new ArrayList<>();
    for (Viewer viewer : viewers.reversed()) { // the page looks in this thread, and so first
      seen.addFirst(viewer.end());
    }
    return seen;
  }

  private static Map<String, String> facts(
      LineKind kind, List<Viewer> viewers, List<Onlook> alone, List<Onlook> together)
      throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("line", kind.about());
    facts.put("reference", "the same viewer over the same line alone, in this run");
    facts.put("ages", "from the home's stamp; of the page, from the mark");
    for (int one = 0; one < viewers.size(); one++) {
      if (!alone.get(one).sawSomething() || !together.get(one).sawSomething()) {
        facts.put(viewers.get(one).name(), "saw nothing, alone or with the others");
      }
    }
    return facts;
  }

  private static List<Figure> figures(
      List<Viewer> viewers, List<Onlook> alone, List<Onlook> together, Duration length) {
    List<Figure> figures = new ArrayList<>();
    double seconds = length.toMillis() / 1e3;
    for (int one = 0; one < viewers.size(); one++) {
      String name = viewers.get(one).name();
      Onlook then = alone.get(one);
      Onlook now = together.get(one);
      if (then.sawSomething() && now.sawSomething()) {
        figures.add(age(name + ".age-p50", now, then, P50));
        figures.add(age(name + ".age-p95", now, then, P95));
      }
      double before = then.pictures() / (seconds / ALONE);
      figures.add(Figure.of(name + ".pictures", now.pictures() / seconds, "1/s", before));
    }
    return figures;
  }

  private static Figure age(String name, Onlook now, Onlook then, double share) {
    return Figure.of(name, now.ageSeconds(share), "s", then.ageSeconds(share));
  }
}
