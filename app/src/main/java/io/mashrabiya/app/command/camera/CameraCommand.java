package io.mashrabiya.app.command.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Misunderstood;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The cameras of the configuration file, changed by commands instead of by hand.
@Command(
    name = "camera",
    header = "Adds, lists, tests and removes cameras; a home that runs follows at once.",
    description = "Changes the configuration file, which may be changed by hand just as well.",
    subcommands = {AddCommand.class, ListCommand.class, TestCommand.class, RemoveCommand.class})
public final class CameraCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new Misunderstood(
        spec.commandLine(), say("Say what to do with cameras: add, list, test or remove."));
  }
}
