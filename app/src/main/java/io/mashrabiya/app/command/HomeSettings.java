package io.mashrabiya.app.command;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.config.ConfigurationFault;
import io.mashrabiya.app.run.DataFolder;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.media.rtsp.Credentials;
import io.mashrabiya.media.rtsp.RtspUrl;
import io.mashrabiya.wire.codec.Words;
import io.mashrabiya.wire.link.Origin;
import java.io.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What `serve` and `home` ask alike: cameras and where the household keeps its things. The command
/// line goes before the configuration file.
final class HomeSettings {
  @Parameters(
      paramLabel = "CAMERA",
      arity = "0..*",
      description = {
        "rtsp://user:password@address/stream, or NAME=rtsp://... to name it.",
        "Leave the password out to be asked for it."
      })
  private List<String> cameras = List.of();

  @Option(names = "--config", paramLabel = "FILE", description = "Reads settings from here.")
  private @Nullable Path config;

  @Option(names = "--name", paramLabel = "NAME", description = "What people call the household.")
  private @Nullable String name;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where the home keeps keys and members (default: your data folder).")
  private @Nullable Path data;

  @Option(
      names = "--kit",
      paramLabel = "FILE",
      description =
          "Where the first start writes the recovery kit (default: beside the data folder).")
  private @Nullable Path kit;

  Configuration configuration() throws ConfigurationFault {
    return config == null ? Configuration.EMPTY : Configuration.read(config);
  }

  HomeOptions options(Configuration file, Origin relay) throws Complaint {
    String household = name == null ? file.name().orElse("Our house") : name;
    if (!Words.fit(household)) {
      throw new Complaint(Exit.USAGE, "--name has 1 to 64 characters.");
    }
    Path folder = data == null ? file.data().orElseGet(() -> DataFolder.of("home")) : data;
    Path own = kit == null ? file.kit().orElseGet(() -> besides(folder)) : kit;
    return new HomeOptions(folder, relay, household, cameras(file), Optional.of(own));
  }

  /// The cameras of the file and of the command line.
  private List<CameraSettings> cameras(Configuration file) throws Complaint {
    List<CameraSettings> all = new ArrayList<>(file.cameras());
    for (String camera : cameras) {
      all.add(camera(camera, all.size() + 1));
    }
    if (all.isEmpty()) {
      throw new Complaint(
          Exit.USAGE,
          "Name a camera: rtsp://user:password@address/stream. The drawn ones of `mashrabiya demo` need none.");
    }
    if (all.stream().map(CameraSettings::name).distinct().count() < all.size()) {
      throw new Complaint(
          Exit.USAGE,
          "Two cameras have the same name: write NAME=rtsp://... to give each its own.");
    }
    return all;
  }

  /// Not in the data folder, whose copies are to be of no use without it.
  private static Path besides(Path folder) {
    return folder.toAbsolutePath().resolveSibling(folder.getFileName() + "-recovery-kit.txt");
  }

  private static CameraSettings camera(String typed, int number) throws Complaint {
    int scheme = typed.indexOf("rtsp");
    boolean named = scheme > 1 && typed.charAt(scheme - 1) == '=';
    String name = named ? typed.substring(0, scheme - 1) : "Camera " + number;
    if (!Words.fit(name)) {
      throw new Complaint(Exit.USAGE, "A camera's name has 1 to 64 characters.");
    }
    return switch (RtspUrl.read(named ? typed.substring(scheme) : typed)) {
      case RtspUrl.Reading.Understood(var address, var credentials) ->
          new CameraSettings(
              name,
              address,
              credentials.isPresent() ? Optional.of(asked(credentials.get(), name)) : credentials);
      case RtspUrl.Reading.Malformed(int offset, String remedy) ->
          throw new Complaint(
              Exit.USAGE, "The address of " + name + " is not understood: " + remedy + ".");
    };
  }

  /// A user without a password means: ask.
  private static Credentials asked(Credentials given, String camera) {
    if (!given.password().isEmpty()) {
      return given;
    }
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console -> console.readPassword("Password of %s at %s: ", given.userName(), camera))
        .map(typed -> new Credentials(given.userName(), new String(typed)))
        .orElse(given);
  }
}
