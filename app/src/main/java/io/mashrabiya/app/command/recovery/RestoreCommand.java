package io.mashrabiya.app.command.recovery;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The short way for a backup.
@Command(
    name = "restore",
    header = "Brings a household back from a backup, with its recovery kit.",
    description = "The short way of `mashrabiya home restore`. Stop the home first.")
public final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "A backup that `mashrabiya backup` wrote.")
  private Path file = Path.of("");

  @Mixin private RestoreOptions options = new RestoreOptions();

  @Override
  public Integer call() throws Exception {
    return options.restore(Optional.of(file), spec.commandLine().getOut()).code();
  }
}
