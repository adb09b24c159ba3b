package io.mashrabiya.app.run;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where the operating system wants programs to keep what is a user's own.
public final class UserFolder {
  private static final String OURS = "mashrabiya";

  private UserFolder() {}

  /// What a program keeps for this user, by this name.
  public static Path data(String name) {
    return data(System.getenv(), system(), home(System.getenv())).resolve(OURS).resolve(name);
  }

  /// What this user settled, by this name.
  public static Path settings(String name) {
    return settings(System.getenv(), system(), home(System.getenv())).resolve(OURS).resolve(name);
  }

  private static String system() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }

  /// Java asks the list of users, which `HOME` goes before.
  static Path home(Map<String, String> environment) {
    return set(environment, "HOME").orElseGet(() -> Path.of(System.getProperty("user.home", ".")));
  }

  static Path data(Map<String, String> environment, String system, Path home) {
    if (system.startsWith("windows")) {
      return set(environment, "LOCALAPPDATA")
          .orElseGet(() -> home.resolve("AppData").resolve("Local"));
    }
    return system.startsWith("mac")
        ? library(home)
        : set(environment, "XDG_DATA_HOME")
            .orElseGet(() -> home.resolve(".local").resolve("share"));
  }

  static Path settings(Map<String, String> environment, String system, Path home) {
    if (system.startsWith("windows")) {
      return set(environment, "APPDATA")
          .orElseGet(() -> home.resolve("AppData").resolve("Roaming"));
    }
    return system.startsWith("mac")
        ? library(home)
        : set(environment, "XDG_CONFIG_HOME").orElseGet(() -> home.resolve(".config"));
  }

  private static Path library(Path home) {
    return home.resolve("Library").resolve("Application Support");
  }

  private static Optional<Path> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }
}
