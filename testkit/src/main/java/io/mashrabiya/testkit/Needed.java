package io.mashrabiya.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// What a test needs of the machine. Where it is missing the test is skipped and says how to
/// install it; with `CI=true`, where *not run* must not pass for *passed*, it fails.
public final class Needed {
  private Needed() {}

  /// The first of these programs that is on the `PATH`.
  ///
  /// @param install the line that installs it
  public static Path program(String install, String... names) {
    return Stream.of(names)
        .flatMap(name -> onPath(name).stream())
        .findFirst()
        .orElseThrow(() -> absent(String.join(" or ", names), install));
  }

  /// Goes on only if `there`.
  ///
  /// @param what the missing thing's name, for people
  /// @param install the line that installs it
  public static void that(boolean there, String what, String install) {
    if (!there) {
      throw absent(what, install);
    }
  }

  private static Optional<Path> onPath(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Never returns: it throws what JUnit takes as skipped or as failed. Its type lets callers
  /// `throw` it.
  private static RuntimeException absent(String what, String install) {
    return absent(what, install, "true".equals(System.getenv("CI")));
  }

  static RuntimeException absent(String what, String install, boolean mustRun) {
    String message =
        "this test needs " + what + ", which is missing here; install it by: " + install;
    if (mustRun) {
      Assertions.fail(message);
    }
    Assumptions.abort(message);
    throw new AssertionError("abort returned");
  }
}
