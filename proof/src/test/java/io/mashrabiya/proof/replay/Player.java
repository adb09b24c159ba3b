package io.mashrabiya.proof.replay;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The viewer's classes in a page, to which traces are played (`viewer/src/test/ts/replay`).
final class Player implements AutoCloseable {
  private final ScriptPage page;

  /// @param script the player, with the classes that it plays to
  Player(Page page, String script) {
    this.page = ScriptPage.with(page, script);
  }

  /// What came of one history.
  ///
  /// @param deliveries what devices heard
  /// @param verdicts what Java made of it, and the viewer's were compared with
  /// @param difference the first, in words
  record Replayed(long deliveries, long verdicts, Optional<String> difference) {
    static final Replayed NOTHING = new Replayed(0, 0, Optional.empty());

    Replayed and(Replayed next) {
      return new Replayed(
          deliveries + next.deliveries, verdicts + next.verdicts, difference.or(next::difference));
    }
  }

  Replayed play(Path trace) {
    String name = "/" + trace.getFileName();
    page.serve(name, trace);
    var told = (Map<?, ?>) page.call("address => replay(address)", name);
    return new Replayed(
        number(told.get("deliveries")),
        number(told.get("verdicts")),
        Optional.ofNullable((String) told.get("difference"))
            .map(words -> trace.getFileName() + ": " + words));
  }

  private static long number(Object told) {
    return ((Number) told).longValue();
  }

  @Override
  public void close() {
    page.close();
  }
}
