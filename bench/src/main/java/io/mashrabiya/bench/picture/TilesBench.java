package io.mashrabiya.bench.picture;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Worker;
import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.Measurement;
import io.mashrabiya.bench.house.Premises;
import io.mashrabiya.bench.ingest.SmallCameras;
import io.mashrabiya.bench.process.Child;
import io.mashrabiya.bench.process.ScratchFolder;
import io.mashrabiya.bench.report.Figure;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.Tab;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whether a house of nine cameras is shown whole: of all pictures that the home took from them,
/// how many the viewer painted, over minutes. The limit is all of them. Cameras, home, relay and
/// browser share the machine.
public final class TilesBench implements Measurement {
  private static final int CAMERAS = 9;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final double GUARD_MILLIS = 180_000;

  /// What is painted on is told by its camera alone while the page shows it.
  private static final String COUNT =
      """
      () => {
        const {prototype} = OffscreenCanvasRenderingContext2D;
        const {drawImage} = prototype;
        globalThis.painted = new Map();
        prototype.drawImage = function (...drawn) {
          painted.set(this.canvas, (painted.get(this.canvas) ?? 0) + 1);
          return drawImage.apply(this, drawn);
        };
      }
      """;

  private static final String PAINTED = "() => [...painted.values()]";

  @Override
  public String name() {
    return "tiles";
  }

  @Override
  public String about() {
    return "nine cameras of 360p25 in one viewer: pictures not painted, of all that the home took";
  }

  @Override
  public Effort usualEffort() {
    return new Effort(1, Duration.ofSeconds(10), Duration.ofMinutes(10));
  }

  @Override
  public Findings measure(Effort effort) throws Exception {
    try (ScratchFolder folder = ScratchFolder.make();
        Child cameras = Child.jvm(List.of(), SmallCameras.class, String.valueOf(CAMERAS));
        Premises premises = Premises.open(folder.path(), urls(cameras));
        Chromium chromium = Chromium.open();
        Tab tab = chromium.newTab()) {
      Page page = tab.page();
      page.setDefaultTimeout(GUARD_MILLIS);
      page.navigate(
          premises.invite().url(premises.origin().text() + "/", InsecureSecretAccess.token()));
      page.locator("[data-state=live]").nth(CAMERAS - 1).waitFor();
      Worker worker = page.workers().getFirst();
      worker.evaluate(COUNT);
      page.waitForTimeout((double) effort.warmUp().toMillis());
      List<Turn> turns = new ArrayList<>();
      for (int round = 0; round < effort.rounds(); round++) {
        turns.add(turn(page, worker, premises, effort.turn()));
      }
      return findings(turns, chromium);
    }
  }

  private static List<String> urls(Child cameras) throws Exception {
    List<String> urls = new ArrayList<>();
    for (int i = 0; i < CAMERAS; i++) {
      urls.add(cameras.hear("camera", PATIENCE));
    }
    return urls;
  }

  /// @param taken from all cameras by the home
  /// @param painted on all tiles
  /// @param fewest painted on one tile
  private record Turn(long taken, long painted, long fewest, Duration length) {}

  private static Turn turn(Page page, Worker worker, Premises premises, Duration length)
      throws Exception {
    long begun = System.nanoTime();
    long takenBefore = premises.pictures();
    List<Long> before = painted(worker);
    page.waitForTimeout((double) length.toMillis());
    long taken = premises.pictures() - takenBefore;
    List<Long> after = painted(worker);
    Duration lasted = Duration.ofNanos(System.nanoTime() - begun);
    long sum = 0;
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < after.size(); i++) {
      long painted = after.get(i) - before.get(i);
      sum += painted;
      fewest = Math.min(fewest, painted);
    }
    return new Turn(taken, sum, fewest, lasted);
  }

  private static List<Long> painted(Worker worker) {
    return ((List<?>) worker.evaluate(PAINTED))
        .stream().map(count -> ((Number) count).longValue()).toList();
  }

  private static Findings findings(List<Turn> turns, Chromium chromium) {
    long taken = turns.stream().mapToLong(Turn::taken).sum();
    long painted = turns.stream().mapToLong(Turn::painted).sum();
    double seconds = turns.stream().mapToDouble(turn -> turn.length().toMillis() / 1e3).sum();
    long fewest = turns.stream().mapToLong(Turn::fewest).sum();
    return new Findings(
        Map.of(
            "browser",
            "Chromium " + chromium.version(),
            "pictures",
            taken + " taken, " + painted + " painted in " + Math.round(seconds) + " s",
            "slowest tile",
            Math.round(10 * fewest / seconds) / 10.0 + " pictures a second"),
        List.of(
            Figure.of(
                "tiles-not-painted", 1_000.0 * Math.max(0, taken - painted) / taken, "per mille")));
  }
}
