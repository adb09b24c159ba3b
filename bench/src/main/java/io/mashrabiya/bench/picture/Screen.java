package io.mashrabiya.bench.picture;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Worker;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.Tab;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A tab in which a probe notes which picture its page shows since when.
final class Screen implements AutoCloseable {
  private static final double GUARD_MILLIS = 180_000;
  private static final double PRESS_MILLIS = 60;
  private static final String SOME_SEEN = "() => probe.seen.length >= 3";

  /// One more than stills that came before the camera's first picture.
  private static final String SEEN_SINCE = "painted => probe.seen.some(([at]) => at >= painted)";

  private static final String MARK = "mashrabiya:";
  private static final String MARKS =
      "() => performance.getEntriesByType('mark').map(m => [m.name, performance.timeOrigin + m.startTime])";

  private final Tab tab;
  private final Page page;

  private Screen(Tab tab) {
    this.tab = tab;
    page = tab.page();
    page.setDefaultTimeout(GUARD_MILLIS);
  }

  static Screen open(Chromium chromium) throws IOException {
    Tab tab = chromium.newTab();
    try (InputStream probe = Screen.class.getResourceAsStream("probe.js")) {
      tab.context().addInitScript(new String(probe.readAllBytes(), StandardCharsets.UTF_8));
    }
    return new Screen(tab);
  }

  /// Goes to an address, and waits until pictures are there and go on.
  void show(String url) {
    page.navigate(url);
    page.waitForFunction(SOME_SEEN);
  }

  /// Goes to a page without pictures, clicks its one link of this kind as a finger does, which
  /// comes down a little before it lifts, and waits for pictures.
  Opening click(String url, String link) {
    leave(); // else an address that differs in its fragment alone loads nothing
    page.navigate(url);
    page.locator(link).click(new Locator.ClickOptions().setDelay(PRESS_MILLIS));
    return opening();
  }

  /// Loads the page again that is shown, and waits for pictures.
  Opening reload() {
    page.reload();
    return opening();
  }

  private Opening opening() {
    page.waitForFunction(SOME_SEEN);
    Map<String, Double> marks = marks();
    page.waitForFunction(SEEN_SINCE, marks.getOrDefault(Opening.PAINTED, 0.0));
    double begun = ((Number) page.evaluate("() => probe.begun")).doubleValue();
    return new Opening(begun, seen(), marks);
  }

  /// Which pictures are first there in the time to come, and when by the wall clock.
  List<Opening.Seen> watch(Duration length) {
    page.evaluate("() => { probe.seen.length = 0; }");
    page.waitForTimeout((double) length.toMillis());
    double ahead = ((Number) page.evaluate("() => probe.wallAheadMillis()")).doubleValue();
    return seen().stream()
        .map(one -> new Opening.Seen(one.millis() + ahead, one.camera(), one.counter()))
        .toList();
  }

  /// Where it is.
  String address() {
    return page.url();
  }

  /// Goes to where nothing is.
  void leave() {
    page.navigate("about:blank");
  }

  private List<Opening.Seen> seen() {
    return lists(page.evaluate("() => probe.seen")).stream()
        .map(one -> new Opening.Seen(number(one, 0), (long) number(one, 1), (long) number(one, 2)))
        .toList();
  }

  private Map<String, Double> marks() {
    Map<String, Double> marks = new HashMap<>();
    for (Worker worker : page.workers()) {
      for (List<?> mark : lists(worker.evaluate(MARKS))) {
        marks.put(String.valueOf(mark.get(0)).replace(MARK, ""), number(mark, 1));
      }
    }
    return marks;
  }

  private static List<List<?>> lists(Object answer) {
    return ((List<?>) answer).stream().<List<?>>map(one -> (List<?>) one).toList();
  }

  private static double number(List<?> row, int at) {
    return ((Number) row.get(at)).doubleValue();
  }

  @Override
  public void close() {
    tab.close();
  }
}
