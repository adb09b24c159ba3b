package io.mashrabiya.proof.guide;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.mashrabiya.media.scene.Scene;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every page of the viewer, on a desk and on a phone, in both languages: each is one that
/// everybody can use, and its picture in the guide is what it looks like now.
@ChromiumTest
class GuideTest {
  private static final double GUARD_MILLIS = 60_000;
  private static final List<String> ROOMS = List.of("devices", "privacy", "settings", "help");

  @TempDir private Path folder;

  private enum Size {
    DESK(1280, 800, 1),
    PHONE(390, 844, 1.5);

    private final int width;
    private final int height;
    private final double scale;

    Size(int width, int height, double scale) {
      this.width = width;
      this.height = height;
      this.scale = scale;
    }
  }

  /// The desk's are lamp-lit in English and sunny in Arabic, the phone's the other way round.
  @ParameterizedTest
  @CsvSource({"EN,DESK,DARK", "AR,DESK,LIGHT", "EN,PHONE,LIGHT", "AR,PHONE,DARK"})
  void everyPage_isForEverybodyAndAsTheGuideShowsIt(
      GuideLanguage language, Size size, ColorScheme light, Chromium chromium) throws Exception {
    var options =
        new Browser.NewContextOptions()
            .setLocale(language.locale())
            .setTimezoneId("Asia/Riyadh")
            .setColorScheme(light)
            .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
            .setViewportSize(size.width, size.height)
            .setDeviceScaleFactor(size.scale);
    try (GuideHouse house = new GuideHouse(folder, language);
        Tab tab = chromium.newTab(options)) {
      Walk walk = new Walk(tab.page(), (language + "-" + size).toLowerCase(java.util.Locale.ROOT));
      walk.start(house);
      walk.everyRoom();
      walk.code();
      walk.closeNursery(language.nameOf(Scene.NURSERY));
      walk.pictures();
    }
  }

  /// A walk through the pages, which looks at each.
  private record Walk(Page page, String suffix) {
    void start(GuideHouse house) throws IOException {
      page.setDefaultTimeout(GUARD_MILLIS);
      page.navigate(house.link().replaceAll("#.*", ""));
      page.locator("mashrabiya-message").waitFor();
      look("start");
      page.navigate(house.link());
      page.locator("[data-state=live]").nth(2).waitFor();
    }

    void everyRoom() throws IOException {
      for (String room : ROOMS) {
        page.locator("nav a[href$=" + room + "]").click();
        page.locator("mashrabiya-" + room + " section").first().waitFor();
        page.locator(
                "mashrabiya-devices li, mashrabiya-privacy li, mashrabiya-settings, mashrabiya-help")
            .first()
            .waitFor();
        look(room);
      }
    }

    /// The second phone's way in, as far as the first one goes.
    void code() throws IOException {
      page.locator("nav a[href$=devices]").click();
      page.locator("mashrabiya-invite button").click();
      look("invite");
      page.locator("mashrabiya-invite button[type=submit]").click();
      page.locator("mashrabiya-invite svg.qr").waitFor();
      look("code");
      page.locator("mashrabiya-invite .code button").last().click();
    }

    void closeNursery(String name) {
      page.locator("nav a[href$=privacy]").click();
      Locator row =
          page.locator("mashrabiya-privacy li", new Page.LocatorOptions().setHasText(name));
      row.locator("select").selectOption("morning");
      page.locator("mashrabiya-privacy li[data-closed]").waitFor();
    }

    void pictures() throws IOException {
      page.locator("nav a").first().click();
      page.locator("[data-state=private]").waitFor();
      page.locator("[data-state=live]").nth(1).waitFor();
      look("cameras");
      page.locator("mashrabiya-tile .open").first().click();
      page.locator("mashrabiya-tile[large]").waitFor();
      page.mouse().move(page.viewportSize().width / 2.0, 200);
      look("camera");
    }

    private void look(String name) throws IOException {
      Axe.judge(page, name + "-" + suffix);
      GuidePictures.take(page, name + "-" + suffix);
    }
  }
}
