package io.mashrabiya.app.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What is wrong with a configuration file: where, and what to write instead. It repeats no value,
/// which may be a password.
public final class ConfigurationFault extends Exception {
  private static final long serialVersionUID = 1;

  /// @param line from 1; 0 when it is about the whole file
  /// @param key the key at fault, as a path like `cameras[2].url`; null when it is about the whole
  ///   file
  public ConfigurationFault(Path file, int line, @Nullable String key, String remedy) {
    super(
        file
            + (line > 0 ? ":" + line : "")
            + ": "
            + (key == null || key.isEmpty() ? "" : key + ": ")
            + remedy,
        null,
        false,
        false);
  }
}
