package io.mashrabiya.app.command;

import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.config.ConfigurationFault;
import io.mashrabiya.app.config.ConfigurationFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which configuration file a command means.
public final class ConfigurationOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The configuration (default: mashrabiya.yaml in your settings folder, if it is there).")
  private @Nullable Path config;

  public ConfigurationFile file() {
    return config == null ? ConfigurationFile.ofUser() : ConfigurationFile.named(config);
  }

  public Configuration read() throws ConfigurationFault {
    return file().read();
  }
}
