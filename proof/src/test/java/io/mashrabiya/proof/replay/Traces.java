package io.mashrabiya.proof.replay;

import io.mashrabiya.proof.trace.Tracing;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;

/// Lets a process of its own play histories and write them down, and takes each as soon as it is
/// whole: the next one is played meanwhile.
final class Traces {
  private Traces() {}

  /// Goes on as long as the taker answers `true`.
  ///
  /// @param folder for the files
  /// @param deliveries that devices are to hear at least
  /// @param longEach each so many-th history is a long one, mostly of pictures
  static void each(Path folder, long seed, long deliveries, long longEach, Predicate<Path> taker)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Tracing.class.getName(),
                folder.toString(),
                String.valueOf(seed),
                String.valueOf(deliveries),
                String.valueOf(longEach))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader names = process.inputReader()) {
      for (String name = names.readLine(); name != null; name = names.readLine()) {
        if (!taker.test(Path.of(name))) {
          return;
        }
      }
      if (process.waitFor() != 0) {
        throw new IOException("the histories from seed " + seed + " on were not written");
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
