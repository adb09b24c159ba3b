package io.mashrabiya.app.command.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Exit;
import io.mashrabiya.app.command.ConfigurationOption;
import io.mashrabiya.app.config.Configuration;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes a camera out of the configuration.
@Command(
    name = "remove",
    header = "Takes a camera out of the configuration.",
    description = "A camera of the same name that is added later is the same one to your devices.")
final class RemoveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "What people call it.")
  private String name = "";

  @Mixin private ConfigurationOption configuration = new ConfigurationOption();
  @Mixin private RunningHome home = new RunningHome();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Configuration said = configuration.read();
    CameraOf.name(said, name);
    configuration.file().remove(name);
    out.println(say("{0} is no longer in {1}.", name, configuration.file().path()));
    home.follow(said, name, false).ifPresent(out::println);
    out.flush();
    return Exit.DONE.code();
  }
}
