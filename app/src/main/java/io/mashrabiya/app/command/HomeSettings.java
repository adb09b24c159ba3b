package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.config.ConfigurationFault;
import io.mashrabiya.app.config.ConfigurationFile;
import io.mashrabiya.app.config.ConfigurationWatch;
import io.mashrabiya.app.run.UserFolder;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.words.Sentence;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
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

  @Mixin private ConfigurationOption config = new ConfigurationOption();

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
    return config.read();
  }

  /// Everything that can be known before anything runs; asks for the passwords that are missing.
  ///
  /// @param out speaks to the person
  Chosen choose(Configuration file, PrintWriter out) throws Complaint {
    String household = HouseholdName.of(name, file);
    Path folder = data == null ? file.data().orElseGet(() -> UserFolder.data("home")) : data;
    Path own = kit == null ? file.kit().orElseGet(() -> besides(folder)) : kit;
    HomeCameras all = new HomeCameras(file, cameras, camera -> Passwords.askIfMissing(camera, out));
    if (all.with(file).isEmpty() && !config.file().isThere()) {
      throw new Complaint(
          Exit.USAGE,
          say(
              "Name a camera: rtsp://user:password@address/stream, or put it down for good with `mashrabiya camera add`."
                  + " The drawn ones of `mashrabiya demo` need none."));
    }
    return new Chosen(folder, household, all, own, config.file(), file);
  }

  /// A home's settings but for its relay, which may have to be started first.
  ///
  /// @param file where cameras come from while it runs
  /// @param said what the file says at the start
  record Chosen(
      Path data,
      String name,
      HomeCameras cameras,
      Path kit,
      ConfigurationFile file,
      Configuration said) {
    HomeOptions at(Origin relay) throws Complaint {
      return new HomeOptions(data, relay, name, cameras.with(said), Optional.of(kit))
          .withRelayAuthority(said.authorityOf(relay));
    }

    /// Carries what the file says over into a home that runs.
    ///
    /// @param tell takes sentences for the person at the terminal
    ConfigurationWatch watch(Home home, Consumer<? super Sentence> tell) {
      return new ConfigurationWatch(file, said, now -> home.change(cameras.with(now)), tell);
    }
  }

  /// Not in the data folder, whose copies are to be of no use without it.
  private static Path besides(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    return absolute.resolveSibling(absolute.getFileName() + "-recovery-kit.html");
  }
}
