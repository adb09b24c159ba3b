package io.mashrabiya.app.command.recovery;

import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.run.UserFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which home's data folder a command means.
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where the home keeps keys and members (default: your data folder).")
  private @Nullable Path data;

  Path folder(Configuration said) {
    return data == null ? said.data().orElseGet(() -> UserFolder.data("home")) : data;
  }
}
