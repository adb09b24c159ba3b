package io.mashrabiya.app.command.recovery;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A new home for the same household.
@Command(
    name = "restore",
    header = "Makes a new home for the same household, with its recovery kit.",
    description = {
      "After a lost disk, on a new machine, when a machine was stolen, or when the home says that it is an old copy.",
      "What lies in the data folder goes on; an empty folder takes a backup, or begins without devices.",
      "Devices that stay follow by themselves; older copies of the home are refused. Stop the home first."
    })
public final class HomeRestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--from",
      paramLabel = "BACKUP",
      description = "A backup that `mashrabiya backup` wrote, for an empty data folder.")
  private @Nullable Path from;

  @Mixin private RestoreOptions options = new RestoreOptions();

  @Override
  public Integer call() throws Exception {
    return options.restore(Optional.ofNullable(from), spec.commandLine().getOut()).code();
  }
}
