package io.mashrabiya.proof.strike;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Phone;
import io.mashrabiya.proof.house.Screen;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import io.mashrabiya.wire.ids.DeviceId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promise 3 on real parts, against a relay that does not cooperate: the removed device keeps its
/// links, its keys and all sealed pictures, and opens none that was taken after the home confirmed.
@ChromiumTest
class RemovedDeviceTest {
  private static final long CAMERA = 100;
  private static final int MANY_PICTURES = 45;

  @TempDir private Path folder;

  @Test
  void device_removed_paintsNothingThatWasTakenAfterTheConfirmation(Chromium chromium)
      throws Exception {
    var relay = new KeepsFeeding();
    try (Houses house = Houses.behind(relay, folder, 1);
        Tab tab = chromium.newTab()) {
      Screen removed = Screen.of(tab).open(house.link(0));
      removed.waitForState("live");
      relay.favourWhoIsHere();
      try (Phone keeper = new Phone(house.invite(0))) {
        long epoch = keeper.open().epoch();
        keeper.sees(seen -> true);
        keeper.remove(otherThan(keeper));
        long confirmed = house.drawn(CAMERA);

        keeper.sees(seen -> seen.kid().epoch() > epoch);
        long fed = relay.fed();
        removed.waitFor(() -> relay.fed() > fed + MANY_PICTURES);
        assertThat(removed.mark().orElseThrow().counter()).isLessThanOrEqualTo(confirmed);
        removed.waitFor(() -> !removed.state().equals("live"));
        assertThat(removed.mark().orElseThrow().counter()).isLessThanOrEqualTo(confirmed);
      }
    }
  }

  private static DeviceId otherThan(Phone keeper) throws Exception {
    return keeper.household().devices().stream()
        .map(entry -> entry.device())
        .filter(device -> !device.equals(keeper.membership().device()))
        .findFirst()
        .orElseThrow();
  }
}
