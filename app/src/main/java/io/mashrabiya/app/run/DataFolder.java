package io.mashrabiya.app.run;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where the operating system wants programs to keep their data.
public final class DataFolder {
  private DataFolder() {}

  /// The folder of this name for this user.
  public static Path of(String name) {
    return base(
            System.getenv(),
            System.getProperty("os.name", ""),
            Path.of(System.getProperty("user.home", ".")))
        .resolve("mashrabiya")
        .resolve(name);
  }

  static Path base(Map<String, String> environment, String system, Path home) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return set(environment, "LOCALAPPDATA")
          .orElseGet(() -> home.resolve("AppData").resolve("Local"));
    }
    if (os.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support");
    }
    return set(environment, "XDG_DATA_HOME")
        .orElseGet(() -> home.resolve(".local").resolve("share"));
  }

  private static Optional<Path> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }
}
