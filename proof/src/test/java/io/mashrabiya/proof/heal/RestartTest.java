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

/// After a restart of either side everything finds together again, in the page that stood open.
@ChromiumTest
class RestartTest {
  private static final long CAMERA = 100;

  @TempDir private Path folder;

  @Test
  void pictures_afterRestartsOfHomeAndRelay_goOnInTheSamePage(Chromium chromium) throws Exception {
    try (Houses house = Houses.at(Relay.start(Houses.relayOptions()), folder, 1);
        Tab tab = chromium.newTab()) {
      house.waitForLink(0); // before that nobody can be paired
      Screen screen = Screen.of(tab).open(house.link(0));
      screen.waitForState("live");
      house.restartHome(0);
      waitForNewPictures(screen, house);
      house.restartRelay();
      waitForNewPictures(screen, house);
      assertThat(house.marks(0)).containsAll(screen.cameras());
      assertThat(house.home(0).reports()).isZero();
    }
  }

  private static void waitForNewPictures(Screen screen, Houses house) {
    long then = house.drawn(CAMERA);
    screen.waitFor(() ->
        screen.state().equals("live")
            && screen.mark().filter(mark -> mark.counter() > then).isPresent());
  }
}
