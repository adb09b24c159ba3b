package io.mashrabiya.proof.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The player of traces with the viewer's classes, bundled anew with one check taken out: a
/// function is rewritten in a copy of the sources, or a file is replaced by the one of its name in
/// `viewer/src/test/ts/without`. What ships has no switch.
final class ViewerMutants {
  private static final Path VIEWER = Path.of("..", "viewer").toAbsolutePath().normalize();
  private static final Path MAIN = Path.of("src", "main", "ts");
  private static final Path TESTS = Path.of("src", "test", "ts");
  private static final Path REPLACED = VIEWER.resolve(TESTS).resolve("without");
  private static final Path ESBUILD =
      Path.of(
          System.getProperty(
              "esbuild.exe", VIEWER.resolve("target/node_modules/esbuild/bin/esbuild").toString()));

  private final Path folder;

  /// @param folder an empty one, for the copy
  ViewerMutants(Path folder) throws IOException {
    this.folder = folder;
    Files.copy(VIEWER.resolve("tsconfig.json"), folder.resolve("tsconfig.json"));
    copy(MAIN);
    copy(TESTS.resolve("replay"));
    copy(TESTS.resolve("hex.ts"));
  }

  private void copy(Path part) throws IOException {
    Files.createDirectories(folder.resolve(part).getParent());
    for (Path from : walk(VIEWER.resolve(part))) {
      Files.copy(from, folder.resolve(VIEWER.relativize(from)));
    }
  }

  private static List<Path> walk(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.sorted().toList();
    }
  }

  /// All checks that are marked.
  static List<ViewerCheck> checks() throws IOException {
    Path root = VIEWER.resolve(MAIN);
    return walk(root).stream()
        .filter(file -> file.toString().endsWith(".ts"))
        .flatMap(file -> ViewerCheck.in(root.relativize(file).toString(), read(file)))
        .toList();
  }

  /// The files that stand in for others.
  static List<String> replacements() throws IOException {
    return walk(REPLACED).stream()
        .filter(Files::isRegularFile)
        .map(file -> REPLACED.relativize(file).toString())
        .toList();
  }

  /// The player without a check.
  String without(ViewerCheck check) throws IOException, InterruptedException {
    Path file = folder.resolve(MAIN).resolve(check.file());
    String original = read(file);
    String without =
        check.isPlain() ? check.takenOutOf(original) : read(REPLACED.resolve(check.file()));
    Files.writeString(file, without);
    try {
      return whole();
    } finally {
      Files.writeString(file, original);
    }
  }

  /// The player as it is.
  String whole() throws IOException, InterruptedException {
    Process bundling =
        new ProcessBuilder(
                ESBUILD.toString(),
                TESTS.resolve("replay").resolve("player.ts").toString(),
                "--bundle",
                "--format=esm",
                "--log-level=warning")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String script = new String(bundling.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (bundling.waitFor() != 0) {
      throw new IOException("the player was not bundled");
    }
    return script;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
