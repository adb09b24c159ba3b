package io.mashrabiya.bench.network;

import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.Measurement;
import io.mashrabiya.bench.line.LineKind;
import io.mashrabiya.bench.line.Traffic;
import io.mashrabiya.bench.report.Figure;
import io.mashrabiya.network.shape.Profile;
import io.mashrabiya.testkit.Chromium;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// What a person sees of one camera over one bad line: when the first picture comes, how old
/// pictures are, how many come, and whether the page says the truth of them; beside what it is to
/// be.
public final class NetworkBench implements Measurement {
  /// How often as long as it warms up the visitor stays away: usually longer than what it had open
  /// with the home stands, so that none of that is sent besides.
  private static final int AWAY = 4;

  private final Profile profile;
  private final Supplier<LineKind> kinds;
  private final Target target;

  public NetworkBench(Profile profile) {
    this(profile, LineKind::ofThisMachine);
  }

  NetworkBench(Profile profile, Supplier<LineKind> kinds) {
    this.profile = profile;
    this.kinds = kinds;
    this.target = Target.of(profile);
  }

  @Override
  public String name() {
    return "network-" + profile;
  }

  @Override
  public String about() {
    return "a camera of 2 Mbit/s in a browser over the line "
        + profile
        + ": ages, and their labels";
  }

  @Override
  public Effort usualEffort() {
    return new Effort(1, Duration.ofSeconds(10), Duration.ofMinutes(3));
  }

  @Override
  public Findings measure(Effort effort) throws Exception {
    LineKind kind = kinds.get();
    try (NetworkHouse house = NetworkHouse.with(kind, profile);
        Chromium chromium = house.browser(0)) {
      Map<String, String> facts = new LinkedHashMap<>();
      facts.put("browser", "Chromium " + chromium.version());
      facts.put("line", kind.about());
      facts.put("reference", "what is to be reached (docs/ref/bench.md)");
      List<Figure> figures = new ArrayList<>();
      try (Visitor visitor = Visitor.at(chromium)) {
        comeBack(house, visitor, effort.warmUp().multipliedBy(AWAY), facts, figures);
        figures.addAll(look(house, visitor, effort, facts));
      }
      figures.add(Figure.of("first-picture-newcomer", newcomer(house, chromium).seconds(), "s"));
      return new Findings(facts, figures);
    }
  }

  /// Was here over a good line, and some time later opens the page anew over the bad one.
  private void comeBack(
      NetworkHouse house,
      Visitor visitor,
      Duration away,
      Map<String, String> facts,
      List<Figure> figures)
      throws Exception {
    visitor.goTo(house.invite());
    facts.put(
        "kept from the good line", visitor.settle() ? "page and still" : "not both page and still");
    String address = visitor.address();
    visitor.leave();
    visitor.linger(away);
    house.spoil();
    Arrival arrival = visitor.goTo(address);
    double most = target.firstPicture().toMillis() / 1e3;
    figures.add(Figure.atMost("first-picture", arrival.seconds(), "s", most));
    figures.add(Figure.of("first-page", arrival.pageSeconds(), "s"));
    String first = arrival.first().map(look -> String.valueOf(look.label())).orElse("none");
    facts.put("label of the first picture", first);
  }

  private List<Figure> look(
      NetworkHouse house, Visitor visitor, Effort effort, Map<String, String> facts)
      throws IOException {
    visitor.linger(effort.warmUp());
    Traffic before = house.end(0).traffic();
    double begun = visitor.begin();
    visitor.linger(effort.turn().multipliedBy(effort.rounds()));
    Looks looks = visitor.seenSince(begun, house::drawnMillis);
    Traffic carried = house.end(0).traffic().since(before);
    Failures failures = house.failures();
    facts.put("looks", about(looks));
    facts.put("failures", failures.during(begun, looks.untilMillis()) + " of the line meanwhile");
    return new Verdict(looks, failures, carried, target).figures();
  }

  private static String about(Looks looks) {
    return String.format(
        Locale.ROOT,
        "%d in %.0f s; %d saw no picture, %d one whose mark cannot be read; %d pictures of %d drawn",
        looks.looks().size(),
        looks.seconds(),
        looks.withoutPicture(),
        looks.unreadable(),
        looks.distinct(),
        looks.drawn());
  }

  /// Who was never here follows a pairing link.
  private static Arrival newcomer(NetworkHouse house, Chromium chromium) throws Exception {
    try (Visitor visitor = Visitor.at(chromium)) {
      return visitor.goTo(house.invite());
    }
  }
}
