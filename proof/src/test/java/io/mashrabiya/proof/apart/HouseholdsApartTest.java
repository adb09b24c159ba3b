package io.mashrabiya.proof.apart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.SeenMark;
import io.mashrabiya.testkit.Tab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promise 1 on real parts: RTSP cameras, two homes, one relay, a real browser, pixels read back.
@ChromiumTest
class HouseholdsApartTest {
  private static final Duration GUARD = Duration.ofSeconds(60);
  private static final String PICTURES = "canvas[data-camera]";

  @TempDir private Path folder;

  @Test
  void pictures_ofAnHonestRelay_areExactlyTheHouseholdsOwn(Chromium chromium) throws Exception {
    try (TwoHouses houses = TwoHouses.honest(folder);
        Tab first = chromium.newTab();
        Tab second = chromium.newTab()) {
      first.page().navigate(houses.link(0));
      second.page().navigate(houses.link(1));
      assertThat(marksUntil(first, TwoHouses.marks(0))).isEqualTo(TwoHouses.marks(0));
      assertThat(marksUntil(second, TwoHouses.marks(1))).isEqualTo(TwoHouses.marks(1));
      waitFor(first.page(), () -> first.page().locator("[data-state=live]").count() >= 2);
      assertThat(first.page().url()).doesNotContain("pair/");
    }
  }

  @Test
  void pictures_ofOneBrowserWithBothHouseholds_areKeptApart(Chromium chromium) throws Exception {
    try (TwoHouses houses = TwoHouses.honest(folder);
        Tab tab = chromium.newTab()) {
      tab.page().navigate(houses.link(0));
      assertThat(marksUntil(tab, TwoHouses.marks(0))).isEqualTo(TwoHouses.marks(0));
      String own = tab.page().url();
      tab.page().navigate("about:blank");
      tab.page().navigate(houses.link(1));
      assertThat(marksUntil(tab, TwoHouses.marks(1))).isEqualTo(TwoHouses.marks(1));
      tab.page().navigate("about:blank");
      tab.page().navigate(own);
      assertThat(marksUntil(tab, TwoHouses.marks(0))).isEqualTo(TwoHouses.marks(0));
    }
  }

  /// The cameras seen until all of `wanted` were, and any other that showed meanwhile.
  private static Set<Long> marksUntil(Tab tab, Set<Long> wanted) {
    Set<Long> seen = new HashSet<>();
    waitFor(
        tab.page(),
        () -> {
          seen.addAll(marks(tab));
          return seen.containsAll(wanted);
        });
    return seen;
  }

  private static Set<Long> marks(Tab tab) {
    Set<Long> seen = new HashSet<>();
    for (var canvas : tab.page().locator(PICTURES).all()) {
      tab.markOn(canvas).map(SeenMark::camera).ifPresent(seen::add);
    }
    return seen;
  }

  /// Lets the page go on until it is so.
  private static void waitFor(Page page, BooleanSupplier so) {
    page.waitForCondition(so, new Page.WaitForConditionOptions().setTimeout(GUARD.toMillis()));
  }
}
