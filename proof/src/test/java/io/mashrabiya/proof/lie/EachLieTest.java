package io.mashrabiya.proof.lie;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.proof.apart.CarelessViewer;
import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Screen;
import io.mashrabiya.proof.middle.Liar;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each lie of the histories once on real parts: RTSP cameras, two homes, one relay, and a browser
/// that holds the keys of both households, whose pixels are read back.
@ChromiumTest
class EachLieTest {
  private static final long SEED = 20191226;

  @TempDir private Path folder;

  @Test
  @Tag("slow") // some lies take their time
  void lies_eachToldOnRealSockets_breakNoPromise(Chromium chromium) throws Exception {
    var liar = new Liar(SEED);
    try (Houses houses = Houses.ofSameIdsBehind(liar, folder);
        Tab browser = chromium.newTab();
        Tab guests = chromium.newTab()) {
      houses.waitForLink(0);
      houses.waitForLink(1);
      new Telling(liar, houses, Screen.of(browser), Screen.besides(browser), Screen.of(guests))
          .all();
    }
  }

  /// The first of them, with a viewer that does not ask whose a picture is. If this one saw nothing
  /// foreign, the others would prove nothing.
  @Test
  void december26Cache_whereNothingIsChecked_showsForeignPictures(Chromium chromium)
      throws Exception {
    var liar = new Liar(SEED);
    try (Houses houses = Houses.ofSameIdsBehind(new CarelessViewer(liar), folder);
        Tab browser = chromium.newTab()) {
      houses.waitForLink(0);
      houses.waitForLink(1);
      var witness =
          new Witness(
              houses,
              Screen.of(browser).open(houses.link(0)),
              Screen.besides(browser).open(houses.link(1)));
      liar.tell(new December26Cache());
      assertThatThrownBy(() -> witness.until(() -> false))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("a picture of another household");
    }
  }
}
