package io.mashrabiya.bench.process;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Foreign programs of this machine.
public final class Programs {
  private Programs() {}

  /// The first of these that is on the `PATH`.
  public static Optional<Path> find(String... names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    List<String> folders =
        Stream.of(path.split(File.pathSeparator, -1)).filter(folder -> !folder.isEmpty()).toList();
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// The first line that a program says of itself.
  public static String firstLine(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var reader = process.inputReader()) {
      String line = reader.readLine();
      reader.transferTo(Writer.nullWriter());
      process.waitFor();
      return line == null ? "unknown" : line;
    }
  }
}
