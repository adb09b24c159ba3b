package io.mashrabiya.proof.house;

import com.microsoft.playwright.Page;
import io.mashrabiya.testkit.SeenMark;
import io.mashrabiya.testkit.Tab;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// What a person sees in a tab: the marks in its painted pictures, and what the tiles say of them.
public final class Screen {
  private static final Duration GUARD = Duration.ofSeconds(60);
  private static final String PICTURES = "canvas[data-camera]";
  private static final String TILE = "mashrabiya-tile";

  /// Keeps every word that any tile has said of its picture, from now on.
  private static final String LISTEN =
      """
      () => {
        globalThis.said = [];
        const hear = () => {
          const deep = root => [...root.querySelectorAll('*')].flatMap(one =>
            [one, ...(one.shadowRoot ? deep(one.shadowRoot) : [])]);
          for (const tile of deep(document)) {
            const word = tile.localName === 'mashrabiya-tile' && tile.dataset.state;
            if (word && globalThis.said.at(-1) !== word) globalThis.said.push(word);
          }
          requestAnimationFrame(hear);
        };
        hear();
      }
      """;

  /// What stands on each tile at one moment.
  private static final String TILES =
      """
      tiles => tiles.map(tile => {
        const word = tile.dataset.state ?? '';
        const mark = globalThis.markOn(tile.renderRoot.querySelector('canvas'));
        return [word, Date.now(), Number(tile.dataset.refusals ?? 0), ...(mark ? [mark.camera, mark.counter] : [])];
      })
      """;

  private final Tab tab;
  private final Page page;
  private final Set<Long> cameras = new HashSet<>();

  private Screen(Tab tab, Page page) {
    this.tab = tab;
    this.page = page;
  }

  public static Screen of(Tab tab) {
    return new Screen(tab, tab.page());
  }

  /// A second tab of the same browser, which shares what it has stored.
  public static Screen besides(Tab tab) {
    return new Screen(tab, tab.context().newPage());
  }

  public Screen open(String link) {
    page.navigate(link);
    return this;
  }

  public Page page() {
    return page;
  }

  /// The cameras whose marks were seen since this screen began.
  public Set<Long> cameras() {
    look();
    return Set.copyOf(cameras);
  }

  /// Looks until all of these cameras were seen, and returns all that were.
  public Set<Long> camerasUntil(Set<Long> wanted) {
    waitFor(() -> cameras().containsAll(wanted));
    return cameras();
  }

  /// One tile at one moment.
  ///
  /// @param word what it said of its picture
  /// @param refusals how many pictures it has refused so far
  /// @param mark of the picture in it
  public record Sighting(String word, Instant at, long refusals, Optional<SeenMark> mark) {}

  /// What stands on each tile now.
  public List<Sighting> sightings() {
    return ((List<?>) page.locator(TILE).evaluateAll(TILES))
        .stream().map(tile -> sighting((List<?>) tile)).toList();
  }

  /// All that each tile was told, for whoever reads a failure.
  public List<?> states() {
    return (List<?>)
        page.locator(TILE).evaluateAll("tiles => tiles.map(tile => JSON.stringify(tile.state))");
  }

  private static Sighting sighting(List<?> told) {
    Optional<SeenMark> mark =
        told.size() > 3
            ? Optional.of(new SeenMark(number(told, 3), number(told, 4)))
            : Optional.empty();
    return new Sighting(
        (String) told.getFirst(), Instant.ofEpochMilli(number(told, 1)), number(told, 2), mark);
  }

  private static long number(List<?> told, int index) {
    return ((Number) told.get(index)).longValue();
  }

  /// The mark in the first picture, if one is painted.
  public Optional<SeenMark> mark() {
    return look().stream().findFirst();
  }

  /// What the first tile says of its picture, in a word.
  public String state() {
    return tile("data-state");
  }

  /// How many pictures the first tile has refused.
  public int refusals() {
    String count = tile("data-refusals");
    return count.isEmpty() ? 0 : Integer.parseInt(count);
  }

  /// The age that the first tile tells of its picture; 0 while it tells none.
  public int ageSeconds() {
    Object seconds = page.locator(TILE).first().evaluate("tile => tile.toldSeconds ?? 0");
    return ((Number) seconds).intValue();
  }

  /// From now on keeps all that the tiles say.
  public void listen() {
    page.evaluate(LISTEN);
  }

  /// All words since [#listen], in order.
  @SuppressWarnings("unchecked") // the script makes a list of texts
  public List<String> said() {
    return (List<String>) page.evaluate("() => globalThis.said");
  }

  public void waitForState(String word) {
    waitFor(() -> state().equals(word));
  }

  /// Lets the page go on until it is so.
  public void waitFor(BooleanSupplier so) {
    page.waitForCondition(so, new Page.WaitForConditionOptions().setTimeout(GUARD.toMillis()));
  }

  private String tile(String attribute) {
    var tiles = page.locator(TILE);
    if (tiles.count() == 0) {
      return "";
    }
    String value = tiles.first().getAttribute(attribute);
    return value == null ? "" : value;
  }

  private List<SeenMark> look() {
    List<SeenMark> marks =
        page.locator(PICTURES).all().stream()
            .flatMap(canvas -> tab.markOn(canvas).stream())
            .toList();
    marks.forEach(mark -> cameras.add(mark.camera()));
    return marks;
  }
}
