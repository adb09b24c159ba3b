package io.mashrabiya.proof.sound;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Screen;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole way of sound on real parts: a camera's bell, sealed at home, through the relay, to the
/// loudspeaker of a browser.
@ChromiumTest
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HeardSoundTest {
  @TempDir private Path folder;

  private static Locator soundOf(Page page, long camera) {
    return page.locator("mashrabiya-tile[name=\"" + Houses.cameraName(camera) + "\"] .sound");
  }

  /// Each camera in another codec: Opus and AAC.
  @Test
  void listening_toOneCameraAfterTheOther_hearsEachInTune(Chromium chromium) throws Exception {
    try (Houses houses = Houses.at(Relay.start(Houses.relayOptions()), folder, 1);
        Tab tab = chromium.newTab()) {
      Ear ear = Ear.in(tab.page());
      houses.waitForLink(0);
      Screen screen = Screen.of(tab).open(houses.link(0));
      screen.camerasUntil(Set.of(100L, 101L));
      assertThat(ear.bells()).as("muted until somebody asks").isEmpty();
      soundOf(screen.page(), 100).click();
      ear.waitForBells(100, 3);
      assertThat(ear.bellsOf(101)).isZero();
      soundOf(screen.page(), 101).click();
      screen.waitFor(() -> "true".equals(soundOf(screen.page(), 101).getAttribute("aria-pressed")));
      assertThat(soundOf(screen.page(), 100).getAttribute("aria-pressed")).isEqualTo("false");
      ear.waitForBells(101, 1);
      ear.forget();
      ear.waitForBells(101, 3);
      assertThat(ear.bellsOf(100)).isZero();
      assertThat(screen.refusals()).isZero();
      assertThat(tab.complaints()).isEmpty();
    }
  }
}
