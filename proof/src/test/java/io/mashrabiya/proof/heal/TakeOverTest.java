package io.mashrabiya.proof.heal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.RelayProcess;
import io.mashrabiya.proof.house.Screen;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One relay process takes the place of another while somebody looks: the page that stands open
/// goes on by itself, and says nothing of it.
@ChromiumTest
class TakeOverTest {
  private static final long CAMERA = 100;

  @TempDir private Path folder;

  @Test
  void pictures_whileAnotherProcessTakesTheRelaysPlace_goOnInTheSamePageWithoutAWord(
      Chromium chromium) throws Exception {
    try (RelayProcess first = RelayProcess.start(folder.resolve("relay"));
        Houses house = Houses.elsewhere(first.origin(), folder);
        Tab tab = chromium.newTab()) {
      house.waitForLink(0); // before that nobody can be paired
      Screen screen = Screen.of(tab).open(house.link(0));
      screen.waitForState("live");
      screen.listen();
      try (RelayProcess second = first.successor()) {
        assertThat(second.origin()).isEqualTo(first.origin());
        assertThat(first.exitCode()).isZero(); // and so whatever comes now comes through the second
        long then = house.drawn(CAMERA);
        screen.waitFor(() -> screen.mark().filter(mark -> mark.counter() > then).isPresent());
        screen.waitForState("live");
        assertThat(screen.said()).isSubsetOf("live", "aged");
        assertThat(screen.refusals()).isZero();
        assertThat(house.home(0).reports()).isZero();
      }
    }
  }
}
