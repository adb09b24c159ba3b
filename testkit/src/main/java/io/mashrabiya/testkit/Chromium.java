package io.mashrabiya.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The machine's own Chromium, headless. Starting it takes seconds, so tests share one, each with a
/// [Tab] of its own; see [ChromiumTest]. Playwright binds it to the thread that opened it.
public final class Chromium implements AutoCloseable {
  private static final String INSTALL = "sudo apt-get install chromium";

  /// Without a sandbox, which root and containers lack, and without anything that slows hidden
  /// tabs: tests look at tabs that nobody has in front.
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-background-networking",
          "--disable-renderer-backgrounding",
          "--disable-backgrounding-occluded-windows");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /// Starts Chromium; skips or fails the test that calls where there is none (see [Needed]).
  ///
  /// @param more flags of its own, beside those of all tests
  public static Chromium open(String... more) {
    Path program = Needed.program(INSTALL, "chromium", "chromium-browser", "google-chrome");
    Map<String, String> noDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(noDownload));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setHeadless(true)
                    .setArgs(Stream.concat(FLAGS.stream(), Stream.of(more)).toList()));
    return new Chromium(playwright, browser);
  }

  /// A tab as a person who was never here before has it: no storage, no cookies.
  public Tab newTab() {
    return newTab(new Browser.NewContextOptions());
  }

  /// A tab of a fresh context with these options: its size, language, colour scheme.
  public Tab newTab(Browser.NewContextOptions options) {
    return Tab.open(browser.newContext(options));
  }

  /// The browser's version, as it names itself.
  public String version() {
    return browser.version();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
