package io.mashrabiya.proof.pair;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Screen;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way of somebody who has never seen it: a code on one screen, a camera before it, and the
/// second phone is in. Each step is what a finger does.
@ChromiumTest
class SecondPhoneTest {
  @TempDir private Path folder;

  private static Tab phone(Chromium chromium) {
    return chromium.newTab(
        new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(390, 844));
  }

  @Test
  void code_scanned_letsASecondPhoneInAndTheFirstOneShowsIt(Chromium chromium) throws Exception {
    try (Houses house = Houses.at(Relay.start(Houses.relayOptions()), folder, 1);
        Tab first = phone(chromium);
        Tab second = phone(chromium)) {
      Screen.of(first).open(house.link(0)).waitForState("live");
      Page page = first.page();
      page.getByText("People").click();
      page.locator("mashrabiya-invite").getByText("Add a device").last().click();
      page.getByText("Show the code").click();
      page.locator("svg.qr").waitFor();

      String link = ScannedCode.on(page);
      assertThat(link).startsWith(house.origin().text() + "/#pair/1/");
      Screen.of(second).open(link).waitForState("live");
      page.locator("svg.qr").waitFor(gone());
      page.locator("mashrabiya-devices li[data-device]").nth(1).waitFor();
      second.page().getByText("People").click();
      assertThat(second.page().locator("mashrabiya-devices li button").count())
          .as("who came as family changes nothing")
          .isZero();
    }
  }

  /// A browser forgets: by its settings, or after weeks without a visit.
  @Test
  void storageCleared_oneTapOnAnotherDevice_isTheSameDeviceAgain(Chromium chromium)
      throws Exception {
    try (Houses house = Houses.at(Relay.start(Houses.relayOptions()), folder, 1);
        Tab first = phone(chromium);
        Tab forgetful = phone(chromium);
        Tab fresh = phone(chromium)) {
      Screen.of(first).open(house.link(0)).waitForState("live");
      Screen.of(forgetful).open(house.link(0)).waitForState("live");
      Page page = first.page();
      page.getByText("People").click();
      page.getByText("Pair again").click();
      page.locator("svg.qr").waitFor();
      Screen.of(fresh).open(ScannedCode.on(page)).waitForState("live");
      page.locator("svg.qr").waitFor(gone());
      assertThat(page.locator("mashrabiya-devices li[data-device]").count())
          .as("it has taken the old one's place")
          .isEqualTo(2);
      Screen.of(forgetful)
          .waitFor(() ->
              forgetful.page().getByText("may no longer look").count() > 0
                  || forgetful.page().getByText("not let through").count() > 0);
    }
  }

  private static com.microsoft.playwright.Locator.WaitForOptions gone() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
  }
}
