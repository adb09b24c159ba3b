package io.mashrabiya.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command `mashrabiya`. Its subcommands are the ways to run the rooms; alone it only says so.
@Command(
    name = "mashrabiya",
    description = "Home cameras that only the household can see.",
    mixinStandardHelpOptions = true,
    version = "mashrabiya 0.1.0")
public final class Mashrabiya implements Runnable {
  @Spec private CommandSpec spec;

  private Mashrabiya() {
    spec = CommandSpec.create();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say which command to run.");
  }

  /// Runs one command and ends the process with its exit code: 0 done, 2 a mistake in the command
  /// line.
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Mashrabiya()).execute(arguments));
  }
}
