package io.mashrabiya.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder for one measurement, gone when that is done.
///
/// @param path where it is
public record ScratchFolder(Path path) implements AutoCloseable {
  public static ScratchFolder make() throws IOException {
    return new ScratchFolder(Files.createTempDirectory("mashrabiya-bench"));
  }

  @Override
  public void close() {
    try (Stream<Path> within = Files.walk(path)) {
      for (Path each : within.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("what was measured with stays behind", e);
    }
  }
}
