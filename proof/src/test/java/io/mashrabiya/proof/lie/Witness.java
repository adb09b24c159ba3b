package io.mashrabiya.proof.lie;

import com.microsoft.playwright.TimeoutError;
import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Screen;
import io.mashrabiya.testkit.SeenMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Looks at all tiles of some screens, again and again, and knows what may stand there.
final class Witness {
  private static final Duration LIVE = Duration.ofSeconds(3);

  /// A word and the picture that it is said of come to the screen on ways of their own.
  private static final Duration READING = Duration.ofSeconds(1);

  private final Houses houses;
  private final List<View> views = new ArrayList<>();
  private String story = "nobody lies";
  private long looks;

  /// What one household's screen may show and has shown.
  private static final class View {
    private final Screen screen;
    private final Set<Long> own;
    private final Map<Long, Instant> off = new HashMap<>();
    private final Map<Long, Instant> untrue = new HashMap<>();
    private final Map<Long, Screen.Sighting> newest = new HashMap<>();
    private long refusals;

    View(Screen screen, Set<Long> own) {
      this.screen = screen;
      this.own = own;
    }
  }

  /// Looks at one screen of each house.
  Witness(Houses houses, Screen... screens) {
    this.houses = houses;
    for (int house = 0; house < screens.length; house++) {
      watches(screens[house], house);
    }
  }

  /// From now on this screen, which is of a device of that house.
  final void watches(Screen screen, int house) {
    views.add(new View(screen, houses.marks(house)));
  }

  /// What is told now, for whoever reads a failure.
  void hears(String now) {
    story = now;
  }

  /// Nothing that this camera takes from then on may stand on the screen.
  void off(Screen screen, long camera, Instant since) {
    view(screen).off.put(camera, since);
  }

  /// It may again.
  void on(Screen screen, long camera) {
    view(screen).off.remove(camera);
  }

  /// How often it has looked.
  long looks() {
    return looks;
  }

  /// Looks until it is so.
  void until(BooleanSupplier so) {
    try {
      views
          .getFirst()
          .screen
          .waitFor(() -> {
            look();
            return so.getAsBoolean();
          });
    } catch (TimeoutError e) {
      var seen = views.stream().map(view -> view.screen.sightings()).toList();
      var told = views.stream().map(view -> view.screen.states()).toList();
      throw new AssertionError(
          story + ": waits in vain before " + seen + "; the tiles know " + told, e);
    }
  }

  /// Whether a picture of this camera that was drawn after that moment has stood on the screen.
  boolean hasSeen(Screen screen, long camera, Instant drawnAfter) {
    Screen.Sighting newest = view(screen).newest.get(camera);
    return newest != null && drawnAt(newest).isAfter(drawnAfter);
  }

  boolean hasSeenLive(Screen screen, long camera) {
    return hasSeenLive(screen, camera, Instant.MIN);
  }

  /// The same, called live.
  boolean hasSeenLive(Screen screen, long camera, Instant drawnAfter) {
    return hasSeen(screen, camera, drawnAfter)
        && view(screen).newest.get(camera).word().equals("live");
  }

  /// How many pictures the tiles of this screen have refused.
  long refusals(Screen screen) {
    return view(screen).refusals;
  }

  private View view(Screen screen) {
    return views.stream().filter(view -> view.screen.equals(screen)).findFirst().orElseThrow();
  }

  private void look() {
    looks++;
    for (View view : views) {
      List<Screen.Sighting> sightings = view.screen.sightings();
      view.refusals = sightings.stream().mapToLong(Screen.Sighting::refusals).sum();
      for (Screen.Sighting sighting : sightings) {
        sighting.mark().ifPresent(mark -> judge(view, sighting, mark));
      }
    }
  }

  private void judge(View view, Screen.Sighting sighting, SeenMark mark) {
    require(view.own.contains(mark.camera()), "a picture of another household", sighting);
    require(houses.isDrawn(mark), "a picture that no camera drew", sighting);
    Instant drawn = houses.drawnAt(mark);
    Instant off = view.off.getOrDefault(mark.camera(), Instant.MAX);
    require(!drawn.isAfter(off), "a picture from after " + off, sighting);
    judgeAge(view, sighting, mark, drawn);
    view.newest.put(mark.camera(), sighting);
  }

  private void judgeAge(View view, Screen.Sighting sighting, SeenMark mark, Instant drawn) {
    Duration age = Duration.between(drawn, sighting.at());
    if (!sighting.word().equals("live") || age.compareTo(LIVE) <= 0) {
      view.untrue.remove(mark.camera());
      return;
    }
    Instant since = view.untrue.computeIfAbsent(mark.camera(), none -> sighting.at());
    require(
        Duration.between(since, sighting.at()).compareTo(READING) <= 0,
        "called live, and " + age.toMillis() + " ms old",
        sighting);
  }

  private Instant drawnAt(Screen.Sighting sighting) {
    return houses.drawnAt(sighting.mark().orElseThrow());
  }

  private void require(boolean is, String otherwise, Screen.Sighting sighting) {
    if (!is) {
      throw new AssertionError(story + ": " + otherwise + ": " + sighting);
    }
  }
}
