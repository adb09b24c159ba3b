package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.SeenMark;
import io.mashrabiya.testkit.Tab;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The machine at home is gone, and its data with whoever took it. The household goes on elsewhere
/// from a backup and its kit, in the page that stood open, and the thief's copy serves nobody.
@ChromiumTest
@Timeout(value = 300)
class StolenMachineTest {
  private static final int GUARD_MILLIS = 60_000;

  @TempDir private Path folder;

  @Test
  void restore_ofABackupElsewhere_devicesFollowAndTheStolenHomeServesNobody(Tab tab)
      throws Exception {
    try (Street street = new Street(folder)) {
      String backup = folder.resolve("house.backup").toString();
      try (Twin phone = untilTheTheft(street, backup, tab)) {
        long serial = phone.membership().home().serial();
        String[] restore = {"restore", backup, "--keep", "all", "--kit", street.kit().toString()};
        street.done(restore, "--data", street.data("new").toString());
        Instant restored = Instant.now();
        long shown = counter(tab);
        try (Running home = street.home("new")) {
          phone.seesAPictureOfAfter(restored);
          assertThat(phone.membership().home().serial()).isGreaterThan(serial);
          waitForAPictureAfter(shown, tab);
          assertThatTheThiefIsSentAway(street, home, phone, tab);
        }
        assertThatAForgetfulRelayDoesNotHelpTheThief(street, phone, tab);
      }
    }
  }

  /// Nothing is left but the kit. The browser still holds the household, whose home knows it no
  /// more: it pairs anew by a link, and holds on to the household until it has.
  @Test
  void restore_ofTheKitAlone_pairsABrowserAnewThatHeldTheHousehold(Tab tab) throws Exception {
    try (Street street = new Street(folder)) {
      try (Running home = street.home("lost")) {
        tab.page().navigate(linkOnceItIsUp(home));
        waitForAPictureAfter(-1, tab);
      }
      String[] restore = {"home", "restore", "--kit", street.kit().toString()};
      street.done(restore, "--data", street.data("new").toString());
      long shown = counter(tab);
      try (Running home = street.home("new")) {
        String link = linkOnceItIsUp(home);
        waitFor(tab, () -> state(tab).equals("barred"));
        tab.page().navigate("about:blank");
        tab.page().navigate(link);
        waitForAPictureAfter(shown, tab);
      }
    }
  }

  /// A browser asks once, and the relay knows no invite before the home's link is up: a phone asks
  /// until it does.
  private static String linkOnceItIsUp(Running home) throws Exception {
    new Twin(Street.link(home), "Phone").close();
    home.type("\n");
    return Street.url(home);
  }

  /// A phone and a browser look, the home is backed up while they do, and is gone in the middle.
  private static Twin untilTheTheft(Street street, String backup, Tab tab) throws Exception {
    try (Running home = street.home("stolen")) {
      Twin phone = new Twin(Street.link(home), "Phone");
      phone.seesAPictureOfAfter(Instant.EPOCH);
      home.type("\n");
      tab.page().navigate(Street.url(home));
      waitForAPictureAfter(-1, tab);
      street.done(new String[] {"backup", backup}, "--data", street.data("stolen").toString());
      return phone;
    }
  }

  private static void assertThatTheThiefIsSentAway(Street street, Running home, Twin phone, Tab tab)
      throws Exception {
    Instant began = Instant.now();
    try (Running thief = street.home("stolen")) {
      thief.awaitError("Somebody else proved to be this home");
      phone.seesAPictureOfAfter(began);
      waitForAPictureAfter(counter(tab), tab);
      assertThat(home.all()).doesNotContain("Somebody else proved");
    }
  }

  /// With the new home down and a relay that never heard of it, the old one is let in there, and
  /// gets no further: devices remember.
  private static void assertThatAForgetfulRelayDoesNotHelpTheThief(
      Street street, Twin phone, Tab tab) throws Exception {
    street.forgetfulRelay();
    try (Running thief = street.home("stolen")) {
      assertThat(phone.turnsAway("an old one")).contains("certificate");
      waitFor(tab, () -> !state(tab).equals("live")); // the new home's last pictures grow old
      long before = counter(tab);
      thief.type("\n");
      Street.url(thief);
      assertThat(state(tab)).isNotEqualTo("live");
      assertThat(counter(tab)).isEqualTo(before);
    }
  }

  private static void waitForAPictureAfter(long counter, Tab tab) {
    waitFor(tab, () -> state(tab).equals("live") && counter(tab) > counter);
  }

  private static void waitFor(Tab tab, BooleanSupplier so) {
    tab.page().waitForCondition(so, new Page.WaitForConditionOptions().setTimeout(GUARD_MILLIS));
  }

  private static String state(Tab tab) {
    var tiles = tab.page().locator("mashrabiya-tile");
    return tiles.count() == 0 ? "" : String.valueOf(tiles.first().getAttribute("data-state"));
  }

  private static long counter(Tab tab) {
    var canvas = tab.page().locator("canvas[data-camera]");
    return canvas.count() == 0 ? -1 : tab.markOn(canvas.first()).map(SeenMark::counter).orElse(-1L);
  }
}
