package io.mashrabiya.bench.network;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitUntilState;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.Tab;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Somebody at a browser who looks at the one camera of a household.
final class Visitor implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String FIRST = "() => watched.first !== undefined";

  /// Waits until the browser holds the page's files, the cameras' names and a sealed still: what it
  /// needs to show something of itself. Whether it came to that.
  private static final String COMES_TO_BE_KEPT =
      """
      async patienceMillis => {
        const done = request => new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        const isKept = async () => {
          const shelf = await navigator.serviceWorker.getRegistration();
          if (!shelf?.active) return false;
          for (const { name } of await indexedDB.databases()) {
            const database = await done(indexedDB.open(name));
            const rows = database.transaction(["facts", "stills"]);
            const household = await done(rows.objectStore("facts").get("household"));
            const stills = await done(rows.objectStore("stills").count());
            database.close();
            if (household?.cameras.length > 0 && stills > 0) return true;
          }
          return false;
        };
        const end = performance.now() + patienceMillis;
        while (performance.now() < end) {
          if (await isKept()) return true;
          await new Promise(resolve => setTimeout(resolve, 50));
        }
        return false;
      }
      """;

  private final Tab tab;
  private final Page page;

  private Visitor(Tab tab) {
    this.tab = tab;
    this.page = tab.page();
    page.setDefaultTimeout((double) PATIENCE.toMillis());
  }

  /// Who was never here before.
  static Visitor at(Chromium chromium) throws IOException {
    Tab tab = chromium.newTab();
    try (InputStream script = Visitor.class.getResourceAsStream("watch.js")) {
      tab.context().addInitScript(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
    return new Visitor(tab);
  }

  /// Goes to an address, and waits for nothing but the page.
  void open(String url) {
    page.navigate(url, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
  }

  /// Goes to an address, and waits for a picture as long as anybody would.
  Arrival goTo(String url) {
    try {
      open(url);
      page.waitForFunction(FIRST);
    } catch (TimeoutError none) {
      return Arrival.none(PATIENCE);
    }
    Look first = Look.of((List<?>) page.evaluate("() => watched.first"));
    return Arrival.at(millis("begun"), millis("framed"), first);
  }

  private double millis(String noted) {
    return ((Number) page.evaluate("noted => watched[noted]", noted)).doubleValue();
  }

  /// Waits until the browser can show something of itself the next time.
  ///
  /// @return false if it does not come to that, as where the home makes no still
  boolean settle() {
    return (boolean) page.evaluate(COMES_TO_BE_KEPT, (double) PATIENCE.toMillis());
  }

  /// Where it is: once paired, the page of the household.
  String address() {
    return page.url();
  }

  /// Goes to where nothing is.
  void leave() {
    page.navigate("about:blank");
  }

  void linger(Duration length) {
    page.waitForTimeout((double) length.toMillis());
  }

  /// Begins to note what is seen.
  ///
  /// @return since when, in milliseconds since 1970
  double begin() {
    String forget =
        "() => { watched.looks.length = watched.pictures.length = 0; return Date.now(); }";
    return ((Number) page.evaluate(forget)).doubleValue();
  }

  /// What was seen since.
  ///
  /// @param drawn asked afterwards for when each picture was drawn
  Looks seenSince(double fromMillis, Drawn drawn) throws IOException {
    double until = ((Number) page.evaluate("() => Date.now()")).doubleValue();
    List<Look> looks = rows("() => watched.looks", Look::of);
    List<Looks.Came> pictures = rows("() => watched.pictures", Looks.Came::of);
    return new Looks(fromMillis, until, looks, pictures, drawn.millis());
  }

  /// When a camera drew each of its pictures.
  interface Drawn {
    Map<Long, Double> millis() throws IOException;
  }

  private <T> List<T> rows(String script, Function<List<?>, T> read) {
    return ((List<?>) page.evaluate(script))
        .stream().map(row -> read.apply((List<?>) row)).toList();
  }

  @Override
  public void close() {
    tab.close();
  }
}
