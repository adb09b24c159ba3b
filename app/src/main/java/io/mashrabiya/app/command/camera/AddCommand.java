package io.mashrabiya.app.command.camera;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.command.ConfigurationOption;
import io.mashrabiya.app.command.Passwords;
import io.mashrabiya.app.command.TypedCamera;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.media.source.CameraAddress;
import io.mashrabiya.media.source.CameraUrl;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Puts a camera into the configuration, once it has shown a picture.
@Command(
    name = "add",
    header = "Tries a camera and adds it to the configuration.",
    description =
        "A password that is missing is asked for. It is written into the file, which only you can read.")
final class AddCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "NAME", description = "What people call it.")
  private String name = "";

  @Parameters(
      index = "1",
      paramLabel = "URL",
      description = "rtsp://user@address/stream, http://address/picture or file:CLIP.")
  private String url = "";

  @Option(names = "--untried", description = "Adds it even if it shows no picture now.")
  private boolean untried;

  @Mixin private ConfigurationOption configuration = new ConfigurationOption();
  @Mixin private RunningHome home = new RunningHome();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Configuration said = configuration.file().readIfThere();
    refuseTurnedRound(name);
    CameraSettings typed = placed(TypedCamera.named(name, url));
    refuseTwice(said, typed);
    CameraSettings camera = Passwords.askIfMissing(typed);
    if (!untried) {
      out.println(tried(camera));
      out.flush();
    }
    configuration.file().add(camera);
    out.println(name + " is in " + configuration.file().path() + " from now on.");
    home.follow(said, name, true).ifPresent(out::println);
    out.flush();
    return Exit.DONE.code();
  }

  private static String tried(CameraSettings camera) throws Complaint {
    return switch (FirstLook.at(camera)) {
      case FirstLook.Seen seen -> seen.words();
      case FirstLook.Nothing nothing ->
          throw new Complaint(
              Exit.FAILED, nothing.words() + " Nothing was changed; --untried adds it even so.");
    };
  }

  /// A path is typed from where the person is, and read from where the file is.
  private static CameraSettings placed(CameraSettings camera) {
    return camera.address() instanceof CameraAddress.Clip(var file)
        ? new CameraSettings(
            camera.name(),
            new CameraAddress.Clip(file.toAbsolutePath().normalize()),
            camera.credentials())
        : camera;
  }

  /// A URL in the place of the name may hold a password, which is not to be said again.
  private static void refuseTurnedRound(String name) throws Complaint {
    if (CameraUrl.mayBeOne(name)) {
      throw new Complaint(Exit.USAGE, "First the camera's name, then its URL.");
    }
  }

  private static void refuseTwice(Configuration said, CameraSettings camera) throws Complaint {
    if (said.cameras().stream().anyMatch(other -> other.name().equals(camera.name()))) {
      throw new Complaint(
          Exit.USAGE,
          "There is a camera of this name. Take it away first (`mashrabiya camera remove`), or give this one another.");
    }
    if (said.cameras().size() >= Configuration.MAX_CAMERAS) {
      throw new Complaint(
          Exit.USAGE, "A household has at most " + Configuration.MAX_CAMERAS + " cameras.");
    }
  }
}
