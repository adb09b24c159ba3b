package io.mashrabiya.proof.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The files of a repository as they were written: what is built or fetched is left out.
record SourceTree(Path root) {
  private static final Set<String> NOT_WRITTEN =
      Set.of("target", "node_modules", ".git", ".idea", ".vscode", "data");

  private static final Set<String> TEXT =
      Set.of(".java", ".ts", ".css", ".html", ".md", ".xml", ".sh", ".json", ".npmrc", ".yaml");

  /// The repository that this test was compiled in.
  static SourceTree here() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mashrabiya")) || !Files.exists(folder.resolve("dev"))) {
      folder = folder.getParent();
    }
    return new SourceTree(folder);
  }

  /// All text files, those without an ending among them (the scripts).
  List<SourceFile> files() {
    List<SourceFile> found = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Collector(found));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  boolean has(String path) {
    return Files.exists(root.resolve(path).normalize());
  }

  SourceFile read(String path) {
    return read(root.resolve(path));
  }

  /// The names of the folders at the top, as far as somebody wrote what is in them.
  Set<String> rooms() {
    try (Stream<Path> top = Files.list(root)) {
      return Set.copyOf(
          top.filter(Files::isDirectory)
              .map(path -> path.getFileName().toString())
              .filter(name -> !NOT_WRITTEN.contains(name))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SourceFile read(Path file) {
    String path = root.relativize(file).toString().replace('\\', '/');
    try {
      return SourceFile.of(path, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static boolean isText(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 || TEXT.contains(name.substring(dot));
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    private final List<SourceFile> found;

    Collector(List<SourceFile> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean skipped = NOT_WRITTEN.contains(folder.getFileName().toString());
      boolean isSeeds =
          folder.getFileName().toString().endsWith("Inputs"); // of fuzz targets: any bytes
      return skipped || isSeeds ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean isResource = file.toString().contains("resources"); // where .ts is a transport stream
      if (isText(file.getFileName().toString())
          && !(isResource && file.toString().endsWith(".ts"))) {
        found.add(read(file));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
