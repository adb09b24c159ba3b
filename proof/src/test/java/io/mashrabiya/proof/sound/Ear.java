package io.mashrabiya.proof.sound;

import com.microsoft.playwright.Page;
import io.mashrabiya.proof.house.Houses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a person hears in a tab: the bells that ring, each with its pitch.
final class Ear {
  private static final Duration GUARD = Duration.ofSeconds(60);

  /// The bells of cameras beside each other differ by a ninth or more.
  private static final double TOLERANCE = 0.03;

  private final Page page;

  /// A bell that was heard.
  ///
  /// @param playedMillis when it began, by the browser's wall clock
  record Heard(double playedMillis, double hertz) {}

  private Ear(Page page) {
    this.page = page;
  }

  /// Before the page is opened.
  static Ear in(Page page) {
    page.addInitScript(resource("ear.js"));
    return new Ear(page);
  }

  /// Waits until that many bells of a camera were heard. A busy page may miss the beginning of one.
  void waitForBells(long camera, int count) {
    page.waitForCondition(
        () -> bellsOf(camera) >= count,
        new Page.WaitForConditionOptions().setTimeout(GUARD.toMillis()));
  }

  /// How many of those that were heard were this camera's, by their pitch.
  long bellsOf(long camera) {
    double pitch = Houses.bellHertz(camera);
    return bells().stream()
        .filter(bell -> Math.abs(bell.hertz() - pitch) < pitch * TOLERANCE)
        .count();
  }

  /// Forgets what was heard.
  void forget() {
    page.evaluate("() => { globalThis.bells = []; }");
  }

  @SuppressWarnings("unchecked") // the script makes a list of such objects
  List<Heard> bells() {
    var all = (List<Map<String, Number>>) page.evaluate("() => globalThis.bells");
    return all.stream()
        .map(bell -> new Heard(number(bell, "playedMillis"), number(bell, "hertz")))
        .toList();
  }

  private static double number(Map<String, Number> bell, String member) {
    return Optional.ofNullable(bell.get(member)).orElseThrow().doubleValue();
  }

  private static String resource(String name) {
    try (InputStream in = Ear.class.getResourceAsStream(name)) {
      return new String(
          Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
