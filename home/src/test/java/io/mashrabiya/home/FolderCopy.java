package io.mashrabiya.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A copy of a data folder, as a backup makes it.
final class FolderCopy {
  private FolderCopy() {}

  static void copy(Path from, Path to) throws Exception {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else if (Files.isRegularFile(each)) { // no killed home's socket
          Files.copy(each, target);
        }
      }
    }
  }
}
