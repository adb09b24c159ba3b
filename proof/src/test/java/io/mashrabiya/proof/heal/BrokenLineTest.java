package io.mashrabiya.proof.heal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.network.shape.Profile;
import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Screen;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.Tab;
import io.mashrabiya.testkit.line.PacketLine;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A line of real packets that dies without a word while somebody looks: every socket stays open.
@Tag("browser")
@Tag("peer")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SAME_THREAD)
class BrokenLineTest {
  private static final long CAMERA = 100;
  private static final long SEED = 11;
  private static final String EVERYWHERE = "0.0.0.0";

  /// What a browser says of itself when it came to another network.
  private static final String OTHER_NETWORK = "() => dispatchEvent(new Event('online'))";

  @TempDir private Path folder;

  @Test
  void pictures_afterALineThatDiedAndCameBack_goOnInTheSamePage() throws Exception {
    onALine((line, house, screen) -> {
      line.breaks();
      screen.waitForState("apart");
      line.mends();
      waitForNewPictures(screen, house);
    });
  }

  @Test
  void pictures_onAnotherNetworkWhereOldConnectionsAreDead_goOnInTheSamePage() throws Exception {
    onALine((line, house, screen) -> {
      line.forgets();
      screen.page().evaluate(OTHER_NETWORK);
      waitForNewPictures(screen, house);
      assertThat(screen.said()).doesNotContain("apart", "offline");
    });
  }

  @Test
  void pictures_whereOldConnectionsAreDeadAndNobodySaysSo_goOnInTheSamePage() throws Exception {
    onALine((line, house, screen) -> {
      line.forgets();
      waitForNewPictures(screen, house);
    });
  }

  @Test
  void page_openedOnALineThatIsDead_showsWhatWasKeptAndGoesOnOnceALineIsThere() throws Exception {
    onALine((line, house, screen) -> {
      KeptHere.waitForAll(screen);
      line.breaks();
      screen.page().navigate(house.origin().text() + "/");
      screen.listen();
      screen.waitFor(() -> screen.mark().isPresent());
      assertThat(screen.said()).isNotEmpty().doesNotContain("live");
      line.mends();
      waitForNewPictures(screen, house);
    });
  }

  private interface Story {
    void tell(PacketLine line, Houses house, Screen screen) throws Exception;
  }

  private void onALine(Story story) throws Exception {
    try (PacketLine line = PacketLine.open(Profile.LTE.line(), SEED);
        Chromium chromium = line.browser();
        Houses house =
            Houses.at(Relay.start(Houses.relayOptions().withHost(EVERYWHERE)), folder, 1);
        Tab tab = chromium.newTab()) {
      house.waitForLink(0); // before that nobody can be paired
      Screen screen = Screen.of(tab).open(house.link(0));
      screen.waitForState("live");
      screen.listen();
      story.tell(line, house, screen);
      assertThat(house.marks(0)).containsAll(screen.cameras());
      assertThat(screen.refusals()).isZero(); // what came twice would be taken for a replay
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
