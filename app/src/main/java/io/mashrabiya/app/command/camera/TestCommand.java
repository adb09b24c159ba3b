package io.mashrabiya.app.command.camera;

import io.mashrabiya.app.Exit;
import io.mashrabiya.app.command.ConfigurationOption;
import io.mashrabiya.app.command.Passwords;
import io.mashrabiya.app.command.TypedCamera;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.media.source.CameraUrl;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Looks whether a camera shows a picture.
@Command(
    name = "test",
    header = "Says whether a camera shows a picture, or why it does not.",
    description = "`mashrabiya doctor` takes longer and tells more.")
final class TestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME|URL",
      description = "A camera of the configuration, or any other's address.")
  private String camera = "";

  @Mixin private ConfigurationOption configuration = new ConfigurationOption();

  @Override
  public Integer call() throws Exception {
    FirstLook look = FirstLook.at(Passwords.askIfMissing(meant(), spec.commandLine().getOut()));
    (look instanceof FirstLook.Seen ? spec.commandLine().getOut() : spec.commandLine().getErr())
        .println(look.words());
    return (look instanceof FirstLook.Seen ? Exit.DONE : Exit.FAILED).code();
  }

  private CameraSettings meant() throws Exception {
    if (CameraUrl.mayBeOne(camera)) {
      return TypedCamera.read(camera, "Camera");
    }
    return CameraOf.name(configuration.read(), camera);
  }
}
