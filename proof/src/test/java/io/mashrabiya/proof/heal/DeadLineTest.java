package io.mashrabiya.proof.heal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Screen;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever opens the page where nothing answers sees at once what was last known of the own home.
@ChromiumTest
class DeadLineTest {
  @TempDir private Path folder;

  @Test
  void page_whereNoRelayAnswers_showsTheKeptStillOfItsOwnHomeAndItsAge(Chromium chromium)
      throws Exception {
    try (Houses house = Houses.at(Relay.start(Houses.relayOptions()), folder, 1);
        Tab tab = chromium.newTab()) {
      house.waitForLink(0); // before that nobody can be paired
      Screen screen = Screen.of(tab).open(house.link(0));
      screen.waitForState("live");
      KeptHere.waitForAll(screen);

      house.stopRelay();
      screen.page().navigate(house.origin().text() + "/");
      screen.listen();

      screen.waitFor(() -> screen.mark().isPresent());
      assertThat(house.marks(0)).containsAll(screen.cameras());
      assertThat(screen.said()).isNotEmpty().doesNotContain("live");
    }
  }
}
