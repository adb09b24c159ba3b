package io.mashrabiya.proof.apart;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Screen;
import io.mashrabiya.proof.middle.Mischief;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promise 1 on real parts: RTSP cameras, two homes, one relay, a real browser, pixels read back.
@ChromiumTest
class HouseholdsApartTest {
  /// So many lies must have been told before their absence from the screen means something.
  private static final int MANY_LIES = 100;

  @TempDir private Path folder;

  @Test
  void pictures_ofAnHonestRelay_areExactlyTheHouseholdsOwn(Chromium chromium) throws Exception {
    try (Houses houses = honest();
        Tab one = chromium.newTab();
        Tab other = chromium.newTab()) {
      Screen first = Screen.of(one).open(houses.link(0));
      Screen second = Screen.of(other).open(houses.link(1));
      assertThat(first.camerasUntil(houses.marks(0))).isEqualTo(houses.marks(0));
      assertThat(second.camerasUntil(houses.marks(1))).isEqualTo(houses.marks(1));
      first.waitFor(() -> first.page().locator("[data-state=live]").count() >= 2);
      assertThat(first.page().url()).doesNotContain("pair/");
    }
  }

  @Test
  void pictures_ofOneBrowserWithBothHouseholds_areKeptApart(Chromium chromium) throws Exception {
    try (Houses houses = honest();
        Tab browser = chromium.newTab()) {
      Screen first = Screen.of(browser).open(houses.link(0));
      assertThat(first.camerasUntil(houses.marks(0))).isEqualTo(houses.marks(0));
      Screen second = Screen.besides(browser).open(houses.link(1));
      assertThat(second.camerasUntil(houses.marks(1))).isEqualTo(houses.marks(1));
      assertThat(first.cameras()).isEqualTo(houses.marks(0));
      first.page().reload();
      assertThat(first.camerasUntil(houses.marks(0))).isEqualTo(houses.marks(0));
    }
  }

  @Test
  void pictures_ofACacheThatReturnsTheWrongRow_areNeverPaintedAndBothHomesAreTold(Chromium chromium)
      throws Exception {
    var swapped = new Swapped(Disguise.AS_THE_NEWEST);
    try (Houses houses = at(swapped);
        Tab one = chromium.newTab();
        Tab other = chromium.newTab()) {
      Screen first = Screen.of(one).open(houses.link(0));
      Screen second = Screen.of(other).open(houses.link(1));
      first.waitFor(() -> areToldMany(swapped, houses) && bothReported(houses));
      first.waitForState("refused");
      second.waitForState("refused");
      assertThat(first.cameras()).isEmpty();
      assertThat(second.cameras()).isEmpty();
    }
  }

  /// In one browser with the keys of both, where nothing but the viewer's own care keeps them
  /// apart.
  @Test
  void pictures_ofARelayThatSwapsTheHouseholds_areNeverPaintedThoughTheBrowserHoldsTheirKeys(
      Chromium chromium) throws Exception {
    var swapped = new Swapped(Disguise.AS_SEALED);
    try (Houses houses = at(swapped);
        Tab browser = chromium.newTab()) {
      Screen first = Screen.of(browser).open(houses.link(0));
      Screen second = Screen.besides(browser).open(houses.link(1));
      second.waitFor(() -> areToldMany(swapped, houses) && bothReported(houses));
      assertThat(first.cameras()).isEmpty();
      assertThat(second.cameras()).isEmpty();
    }
  }

  /// The test before, with a viewer that does not ask whose a picture is. If this one saw nothing
  /// foreign, the others would prove nothing.
  @Test
  void pictures_ofARelayThatSwapsTheHouseholds_areSeenWhereNothingIsChecked(Chromium chromium)
      throws Exception {
    var swapped = new Swapped(Disguise.AS_SEALED);
    try (Houses houses =
            Houses.behind(
                new CarelessViewer(Mischief.NONE), options -> at(swapped, options), folder, 2);
        Tab browser = chromium.newTab()) {
      Screen first = Screen.of(browser).open(houses.link(0));
      Screen second = Screen.besides(browser).open(houses.link(1));
      Set<Long> foreign = new HashSet<>();
      second.waitFor(() -> {
        foreign.addAll(first.cameras());
        foreign.removeAll(houses.marks(0));
        return !foreign.isEmpty();
      });
      assertThat(houses.marks(1)).containsAll(foreign);
    }
  }

  private Houses honest() throws Exception {
    return Houses.at(Relay.start(Houses.relayOptions()), folder, 2);
  }

  private Houses at(Swapped swapped) throws Exception {
    return Houses.at(at(swapped, Houses.relayOptions()), folder, 2);
  }

  private static Relay at(Swapped swapped, RelayOptions options) throws IOException {
    return Relay.start(options, swapped, swapped);
  }

  private static boolean areToldMany(Swapped swapped, Houses houses) {
    return swapped.lies(houses.home(0).household()) > MANY_LIES
        && swapped.lies(houses.home(1).household()) > MANY_LIES;
  }

  private static boolean bothReported(Houses houses) {
    return houses.home(0).reports() > 0 && houses.home(1).reports() > 0;
  }
}
