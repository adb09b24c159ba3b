package io.mashrabiya.app.command.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.command.ConfigurationOption;
import io.mashrabiya.app.command.Passwords;
import io.mashrabiya.app.command.TypedCamera;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.SubStreamSettings;
import io.mashrabiya.media.source.CameraAddress;
import io.mashrabiya.media.source.CameraUrl;
import io.mashrabiya.words.Sentence;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        "A password that is missing is asked for. It is written into the file; one that is made now only you can read.")
final class AddCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "NAME", description = "What people call it.")
  private String name = "";

  @Parameters(
      index = "1",
      paramLabel = "URL",
      description =
          "rtsp://user@address/stream, onvif://user@address, http://address/picture or file:CLIP.")
  private String url = "";

  @Option(
      names = "--sub",
      paramLabel = "URL",
      description =
          "Its smaller stream in H.264, rtsp://address/stream; cameras of onvif:// name theirs.")
  private @Nullable String sub;

  @Option(names = "--untried", description = "Adds it even if it shows no picture now.")
  private boolean untried;

  @Mixin private ConfigurationOption configuration = new ConfigurationOption();
  @Mixin private RunningHome home = new RunningHome();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Configuration said = configuration.file().readIfThere();
    refuseTurnedRound(name);
    CameraSettings typed = withSub(placed(TypedCamera.named(name, url)));
    refuseTwice(said, typed);
    CameraSettings camera = Passwords.askIfMissing(typed, out);
    if (!untried) {
      out.println(tried(camera));
      out.flush();
    }
    configuration.file().add(camera);
    out.println(say("{0} is in {1} from now on.", name, configuration.file().path()));
    warnOfOthers(camera);
    home.follow(said, name, true).ifPresent(out::println);
    out.flush();
    return Exit.DONE.code();
  }

  private void warnOfOthers(CameraSettings camera) {
    boolean isSecret =
        camera.credentials().filter(known -> !known.password().isEmpty()).isPresent();
    if (isSecret && configuration.file().mayOthersRead().orElse(false)) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          say("Other users of this machine may read it, with the password in it. To end that:"));
      err.println("  chmod 600 '" + configuration.file().path() + "'");
    }
  }

  private static Sentence tried(CameraSettings camera) throws Complaint {
    return switch (FirstLook.at(camera)) {
      case FirstLook.Seen seen -> seen.words();
      case FirstLook.Nothing nothing ->
          throw new Complaint(
              Exit.FAILED, nothing.words().then("Nothing was changed; --untried adds it even so."));
    };
  }

  private CameraSettings withSub(CameraSettings camera) throws Complaint {
    if (sub == null) {
      return camera;
    }
    CameraSettings smaller = TypedCamera.named(name, sub);
    if (smaller.address() instanceof CameraAddress.Rtsp(var address)
        && smaller.credentials().isEmpty()) {
      return camera.with(new SubStreamSettings(address, Optional.empty()));
    }
    throw new Complaint(
        Exit.USAGE,
        say(
            "--sub is rtsp://address/stream, without a user name: it is asked for as the camera is."));
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
      throw new Complaint(Exit.USAGE, say("First the camera's name, then its URL."));
    }
  }

  private static void refuseTwice(Configuration said, CameraSettings camera) throws Complaint {
    if (said.cameras().stream().anyMatch(other -> other.name().equals(camera.name()))) {
      throw new Complaint(
          Exit.USAGE,
          say(
              "There is a camera of this name. Take it away first (`mashrabiya camera remove`), or give this one another."));
    }
    if (said.cameras().size() >= Configuration.MAX_CAMERAS) {
      throw new Complaint(
          Exit.USAGE, say("A household has at most {0} cameras.", Configuration.MAX_CAMERAS));
    }
  }
}
