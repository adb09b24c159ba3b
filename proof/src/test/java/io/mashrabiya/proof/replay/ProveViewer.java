package io.mashrabiya.proof.replay;

import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.Tab;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/// The command behind `./dev prove --viewer`: histories from a seed on, until devices have heard so
/// much, or the viewer makes something else of it.
final class ProveViewer {
  private static final long USUAL_DELIVERIES = 1_000_000;
  private static final long LONG_EACH = 8;

  private ProveViewer() {}

  /// Exits with 1 when there is a difference.
  ///
  /// @param arguments how many deliveries, and the first seed, each if wanted
  public static void main(String[] arguments) throws Exception {
    long deliveries = arguments.length > 0 ? Long.parseLong(arguments[0]) : USUAL_DELIVERIES;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    out.println("seed " + seed);
    Path folder = Files.createTempDirectory("traces");
    Player.Replayed whole;
    try (Chromium chromium = Chromium.open();
        Tab tab = chromium.newTab();
        Player player = new Player(tab.page(), ScriptPage.bundled("replay/player.js"))) {
      whole = played(player, folder, seed, deliveries);
    } finally {
      deleteAll(folder);
    }
    out.printf(Locale.ROOT, "%,d deliveries, %,d verdicts%n", whole.deliveries(), whole.verdicts());
    whole.difference().ifPresent(out::println);
    System.exit(whole.difference().isEmpty() ? 0 : 1);
  }

  /// Plays each history as soon as it is written, and deletes it then.
  static Player.Replayed played(Player player, Path folder, long seed, long deliveries)
      throws IOException, InterruptedException {
    Player.Replayed[] sum = {Player.Replayed.NOTHING};
    Traces.each(
        folder,
        seed,
        deliveries,
        LONG_EACH,
        trace -> {
          sum[0] = sum[0].and(player.play(trace));
          delete(trace);
          return sum[0].difference().isEmpty();
        });
    return sum[0];
  }

  /// With what was written for nobody.
  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      left.forEach(ProveViewer::delete);
    }
    Files.delete(folder);
  }

  private static void delete(Path trace) {
    try {
      Files.delete(trace);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
