package io.mashrabiya.proof.apart;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Screen;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promise 1 where not pictures but letters, cards and member lists go to the wrong household.
@ChromiumTest
class CrossedHomesTest {
  @TempDir private Path folder;

  @Test
  @Tag("slow") // a home counts as silent after 15 s
  void letters_toTheWrongHome_areAnsweredByNobodyUntilTheyGoRightAgain(Chromium chromium)
      throws Exception {
    var homes = new CrossedHomes();
    try (Houses houses = Houses.behind(homes, folder, 2);
        Tab one = chromium.newTab();
        Tab other = chromium.newTab()) {
      Screen first = Screen.of(one).open(houses.link(0));
      Screen second = Screen.of(other).open(houses.link(1));
      first.waitForState("live");
      second.waitForState("live");
      homes.cross();
      first.waitFor(() -> !first.state().equals("live") && !second.state().equals("live"));
      assertThat(homes.crossed()).isPositive();
      homes.uncross();
      first.waitForState("live");
      second.waitForState("live");
      assertThat(first.cameras()).isEqualTo(houses.marks(0));
      assertThat(second.cameras()).isEqualTo(houses.marks(1));
    }
  }
}
