package io.mashrabiya.bench.picture;

import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.Measurement;
import io.mashrabiya.bench.measure.Contest;
import io.mashrabiya.bench.measure.Medians;
import io.mashrabiya.bench.measure.Samples;
import io.mashrabiya.bench.report.Figure;
import io.mashrabiya.device.open.Device;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// How long it takes from a click, or a reload, until a paired viewer's page shows a picture of its
/// camera, beside a bare page that is sent the same camera's key frame over one WebSocket.
public final class FirstPictureBench implements Measurement {
  private static final Duration UNTIL_QUIET = Duration.ofSeconds(90);
  private static final long QUIET_NANOS = 1_000_000_000;
  private static final List<String> STAGES =
      List.of("asked", "known", "linked", "opened", "proven", "painted");
  private static final String HOUSE = "mashrabiya-start a";

  /// Where the houses are listed, also when there is one.
  private static final String LIST = "#houses";

  @Override
  public String name() {
    return "first-picture";
  }

  @Override
  public String about() {
    return "click or reload to the first picture in Chromium, against a bare WebSocket page";
  }

  @Override
  public Effort usualEffort() {
    return new Effort(7, Duration.ofSeconds(10), Duration.ofSeconds(4));
  }

  @Override
  public Findings measure(Effort effort) throws Exception {
    try (Studio studio = Studio.open();
        Openings openings = new Openings(studio)) {
      openings.contest().hold(new Effort(1, Duration.ZERO, effort.turn().plus(effort.warmUp())));
      openings.forget();
      Medians millis =
          openings.contest().hold(new Effort(effort.rounds(), Duration.ZERO, effort.turn()));
      return new Findings(
          Map.of("browser", studio.browser(), "reference", "a bare page with one WebSocket"),
          figures(millis, openings));
    }
  }

  private static List<Figure> figures(Medians millis, Openings openings) {
    List<Figure> figures = new ArrayList<>();
    figures.add(beside("click-warm", "bare-click", millis));
    figures.add(beside("click-cold", "bare-click", millis));
    figures.add(beside("reload-warm", "bare-reload", millis));
    for (String kind : List.of("click-warm", "click-cold", "reload-warm")) {
      STAGES.forEach(stage -> openings.stage(kind, stage).ifPresent(figures::add));
      figures.add(openings.anything(kind));
    }
    return figures;
  }

  private static Figure beside(String name, String reference, Medians millis) {
    return Figure.of(name, millis.of(name), "ms", millis.of(reference));
  }

  /// The kinds of opening, which take turns, and how each opening went.
  private static final class Openings implements AutoCloseable {
    private final Studio studio;
    private final Map<String, List<Opening>> kept = new HashMap<>();
    private Optional<Device> looking = Optional.empty();

    Openings(Studio studio) {
      this.studio = studio;
    }

    Contest contest() {
      Screen viewer = studio.viewer();
      Screen bare = studio.bare();
      return new Contest()
          .with("click-cold", length -> cold())
          .with("click-warm", length -> warm("click-warm", this::click, length))
          .with("reload-warm", length -> warm("reload-warm", viewer::reload, length))
          .with(
              "bare-click",
              length -> alone("bare-click", () -> bare.click(studio.bareUrl(), "a"), length))
          .with("bare-reload", length -> alone("bare-reload", bare::reload, length));
    }

    private Opening click() {
      return studio.viewer().click(studio.viewerUrl() + LIST, HOUSE);
    }

    /// Once, after nobody has looked until the home sent nothing more.
    private double cold() throws Exception {
      close();
      studio.bare().leave();
      studio.viewer().leave();
      long until = System.nanoTime() + UNTIL_QUIET.toNanos();
      long taken = -1;
      for (long now = studio.premises().framesTaken(); now != taken; ) {
        if (System.nanoTime() > until) {
          throw new IOException("the home goes on though nobody looks");
        }
        taken = now;
        LockSupport.parkNanos(QUIET_NANOS);
        now = studio.premises().framesTaken();
      }
      return keep("click-cold", click());
    }

    /// Again and again, while somebody else looks.
    private double warm(String kind, Supplier<Opening> opening, Duration length) throws Exception {
      if (looking.isEmpty()) {
        looking = Optional.of(studio.watcher().look());
      }
      return repeat(kind, opening, length);
    }

    private double alone(String kind, Supplier<Opening> opening, Duration length) throws Exception {
      studio.viewer().leave();
      return repeat(kind, opening, length);
    }

    private double repeat(String kind, Supplier<Opening> opening, Duration length) {
      List<Double> millis = new ArrayList<>();
      long until = System.nanoTime() + length.toNanos();
      do {
        millis.add(keep(kind, opening.get()));
      } while (System.nanoTime() < until);
      return median(millis);
    }

    private double keep(String kind, Opening opening) {
      kept.computeIfAbsent(kind, none -> new ArrayList<>()).add(opening);
      return opening.toPicture();
    }

    void forget() {
      kept.clear();
    }

    /// When the worker had come so far, at the median; nothing for what was ready before the click.
    Optional<Figure> stage(String kind, String stage) {
      List<Double> millis =
          kept.getOrDefault(kind, List.of()).stream()
              .flatMap(one -> one.to(stage).stream().filter(at -> at > 0).boxed())
              .toList();
      return millis.isEmpty()
          ? Optional.empty()
          : Optional.of(Figure.of(kind + "." + stage, median(millis), "ms"));
    }

    /// When there was anything to see, a kept still included.
    Figure anything(String kind) {
      List<Double> millis =
          kept.getOrDefault(kind, List.of()).stream().map(Opening::toAnything).toList();
      return Figure.of(kind + ".anything", median(millis), "ms");
    }

    private static double median(List<Double> values) {
      return Samples.of(values.stream().mapToDouble(Double::doubleValue).toArray()).median();
    }

    @Override
    public void close() {
      looking.ifPresent(Device::close);
      looking = Optional.empty();
    }
  }
}
