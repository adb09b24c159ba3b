package io.mashrabiya.proof.prove;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a process of its own said that played histories: it takes all chance from a seed, which no
/// other test may do.
record Played(int exitCode, String out) {
  static Played by(Class<?> main, String... arguments) throws IOException, InterruptedException {
    Process process = begin(main, arguments);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Played(process.waitFor(), out);
  }

  /// Whoever begins it ends it.
  static Process begin(Class<?> main, String... arguments) throws IOException {
    // It computes for minutes; who plays a part on real sockets meanwhile must not wait for it.
    List<String> words = new ArrayList<>(List.of("nice", "-n", "19"));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-XX:+UseParallelGC", "-cp", System.getProperty("java.class.path"), main.getName()));
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words).redirectErrorStream(true).start();
  }

  /// Without what differs from one machine to the next.
  String withoutTime() {
    return out.replaceAll("(?m)^ *[\\d,]+ of [\\d,]+ deliveries, .*\\R", "")
        .replaceAll(", \\d+ s, [\\d,]+ deliveries a second", "");
  }
}
