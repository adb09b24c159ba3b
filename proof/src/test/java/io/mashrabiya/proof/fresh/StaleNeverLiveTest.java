package io.mashrabiya.proof.fresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Screen;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.SeenMark;
import io.mashrabiya.testkit.Tab;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promise 2 on real parts: what a relay delays or repeats is never called live.
@ChromiumTest
class StaleNeverLiveTest {
  private static final long CAMERA = 100;
  private static final int TWO_GROUPS_PICTURES = 60;
  private static final Duration DELAY = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  @Tag("slow") // the delay has to pass
  void pictures_delayedByTwentySeconds_loseTheirLiveAndShowTheirAge(Chromium chromium)
      throws Exception {
    var late = new LateFrames();
    try (Houses house = Houses.behind(late, folder, 1);
        Tab tab = chromium.newTab()) {
      Screen screen = Screen.of(tab).open(house.link(0));
      screen.waitForState("live");
      screen.listen();
      late.delayBy(DELAY);
      screen.waitForState("aged");
      Instant begun = Instant.now();
      screen.waitFor(() -> paintedWhatWasDrawnAfter(begun, screen, house));
      assertThat(screen.ageSeconds()).isGreaterThanOrEqualTo((int) DELAY.toSeconds());
      assertThat(screen.said()).startsWith("live", "aged").doesNotHaveDuplicates();
    }
  }

  @Test
  @Tag("slow") // the delay has to pass
  void pictures_delayedTogetherWithTheHomesAnswers_loseTheirLive(Chromium chromium)
      throws Exception {
    var late = new LateEverything();
    try (Houses house = Houses.behind(late, folder, 1);
        Tab tab = chromium.newTab()) {
      Screen screen = Screen.of(tab).open(house.link(0));
      screen.waitForState("live");
      screen.listen();
      late.delayBy(DELAY);
      Instant enough = Instant.now().plus(DELAY).plusSeconds(5);
      screen.waitFor(() -> Instant.now().isAfter(enough));
      assertThat(screen.said()).startsWith("live").filteredOn("live"::equals).hasSize(1);
      assertThat(screen.state()).isNotEqualTo("live");
    }
  }

  @Test
  void frame_repeated_isRefusedAndReportedAndPicturesGoOn(Chromium chromium) throws Exception {
    var replays = new Replays();
    try (Houses house = Houses.behind(replays, folder, 1);
        Tab tab = chromium.newTab()) {
      Screen screen = Screen.of(tab).open(house.link(0));
      screen.waitForState("live");
      replays.repeatTheFirstFrame();
      screen.waitFor(() -> screen.refusals() == 1 && house.home(0).reports() == 1);
      long then = house.drawn(CAMERA);
      screen.waitFor(() -> screen.mark().filter(mark -> mark.counter() > then).isPresent());
      assertThat(screen.state()).isEqualTo("live");
    }
  }

  @Test
  void pictures_ofAnEarlierVisit_areRefusedWhenTheyComeAgain(Chromium chromium) throws Exception {
    var replays = new Replays();
    try (Houses house = Houses.behind(replays, folder, 1);
        Tab tab = chromium.newTab()) {
      Screen screen = Screen.of(tab).open(house.link(0));
      screen.waitForState("live");
      Optional<SeenMark> seen = screen.mark();
      replays.repeatAllInPlaceOfTheNew();
      // All that was kept is now from before the group with which a new visit begins.
      long then = house.drawn(CAMERA);
      screen.waitFor(() -> house.drawn(CAMERA) > then + TWO_GROUPS_PICTURES);
      long reports = house.home(0).reports();
      screen.page().reload();
      screen.listen();
      screen.waitFor(() -> screen.refusals() > 0 && house.home(0).reports() > reports);
      assertThat(screen.said()).doesNotContain("live");
      assertThat(seen).isPresent();
      assertThat(screen.mark().filter(mark -> mark.counter() > then)).isEmpty();
    }
  }

  private static boolean paintedWhatWasDrawnAfter(Instant when, Screen screen, Houses house) {
    return screen.mark().filter(mark -> house.drawnAt(mark).isAfter(when)).isPresent();
  }
}
