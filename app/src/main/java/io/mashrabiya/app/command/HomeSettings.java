package io.mashrabiya.app.command;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.config.ConfigurationFault;
import io.mashrabiya.app.run.DataFolder;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.wire.codec.Words;
import io.mashrabiya.wire.link.Origin;
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
        "rtsp://user:password@address/stream, onvif://user:password@address, http://address/picture or file:CLIP,",
        "or NAME=rtsp://... to name it.",
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

  /// Everything that can be known before anything runs; asks for the passwords that are missing.
  Chosen choose(Configuration file) throws Complaint {
    String household = name == null ? file.name().orElse("Our house") : name;
    if (!Words.fit(household)) {
      throw new Complaint(Exit.USAGE, "--name has 1 to 64 characters.");
    }
    Path folder = data == null ? file.data().orElseGet(() -> DataFolder.of("home")) : data;
    Path own = kit == null ? file.kit().orElseGet(() -> besides(folder)) : kit;
    return new Chosen(folder, household, cameras(file), own);
  }

  /// A home's settings but for its relay, which may have to be started first.
  record Chosen(Path data, String name, List<CameraSettings> cameras, Path kit) {
    HomeOptions at(Origin relay) {
      return new HomeOptions(data, relay, name, cameras, Optional.of(kit));
    }
  }

  /// The cameras of the file and of the command line.
  private List<CameraSettings> cameras(Configuration file) throws Complaint {
    List<CameraSettings> all = new ArrayList<>(file.cameras());
    for (String camera : cameras) {
      all.add(TypedCamera.read(camera, "Camera " + (all.size() + 1)));
    }
    if (all.isEmpty()) {
      throw new Complaint(
          Exit.USAGE,
          "Name a camera: rtsp://user:password@address/stream. The drawn ones of `mashrabiya demo` need none.");
    }
    if (all.size() > Configuration.MAX_CAMERAS) {
      throw new Complaint(
          Exit.USAGE, "A household has at most " + Configuration.MAX_CAMERAS + " cameras.");
    }
    if (all.stream().map(CameraSettings::name).distinct().count() < all.size()) {
      throw new Complaint(
          Exit.USAGE,
          "Two cameras have the same name: write NAME=rtsp://... to give each its own.");
    }
    for (int i = 0; i < all.size(); i++) {
      all.set(i, Passwords.askIfMissing(all.get(i)));
    }
    return all;
  }

  /// Not in the data folder, whose copies are to be of no use without it.
  private static Path besides(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    return absolute.resolveSibling(absolute.getFileName() + "-recovery-kit.txt");
  }
}
