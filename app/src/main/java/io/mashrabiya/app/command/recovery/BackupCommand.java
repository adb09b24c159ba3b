package io.mashrabiya.app.command.recovery;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.command.ConfigurationOption;
import io.mashrabiya.app.config.ConfigurationFault;
import io.mashrabiya.app.config.ConfigurationFile;
import io.mashrabiya.home.store.Backup;
import io.mashrabiya.home.store.BackupFile;
import io.mashrabiya.vault.backup.SealedBackup;
import io.mashrabiya.vault.keys.RootKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Seals what must outlive the machine into one file.
@Command(
    name = "backup",
    header = "Seals devices, cameras and settings into a file that only the recovery kit opens.",
    description = {
      "While the home runs or not. An older backup of the same household in FILE is replaced.",
      "No key is in it, and no picture. `mashrabiya restore` brings it back."
    })
public final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "Where to write it.")
  private Path file = Path.of("");

  @Option(
      names = "--kit",
      paramLabel = "FILE",
      description = {
        "The recovery kit, - to type it: needed once, for a household that was founded before there were backups.",
        "With it the backup is opened again for a trial."
      })
  private @Nullable Path kit;

  @Mixin private ConfigurationOption config = new ConfigurationOption();
  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = data.folder(config.file().readIfThere());
    Optional<byte[]> configuration = configuration(config.file());
    Optional<RootKey> root = kit == null ? Optional.empty() : Optional.of(new Kit(kit).root());
    SealedBackup written = write(take(folder, root, configuration));
    if (root.isPresent() && Backup.open(written, root.get()) instanceof Backup.Opening.Refused) {
      throw new Complaint(
          Exit.FAILED, say("{0} does not open with its recovery kit: try again.", file));
    }
    out.println(say("Household {0} is backed up in {1}.", written.household(), file));
    out.println(
        configuration.isPresent()
            ? say("The configuration {0} is in it, sealed as all of it.", config.file().path())
            : say("No configuration is in it: there is none at {0}.", config.file().path()));
    out.println(say("Only your recovery kit opens it. Keep it on another disk."));
    out.flush();
    return Exit.DONE.code();
  }

  private SealedBackup take(Path folder, Optional<RootKey> root, Optional<byte[]> configuration)
      throws Complaint {
    try {
      return switch (Backup.take(folder, root, configuration, Instant.now())) {
        case Backup.Taking.Taken(SealedBackup sealed) -> sealed;
        case Backup.Taking.Refused(var why) -> throw new Complaint(Exit.DATA, why);
        case Backup.Taking.NeedsKit() ->
            throw new Complaint(
                Exit.DATA,
                say(
                    "This household does not know yet to whom its backups are to be sealed: name its recovery kit once, with --kit."
                        + " A household that has none, as those of `mashrabiya demo`, cannot be backed up."));
      };
    } catch (IOException e) {
      throw new Complaint(
          Exit.DATA,
          say(
              "The data folder {0} cannot be read: run this as the user who runs the home.",
              folder),
          e);
    }
  }

  private SealedBackup write(SealedBackup sealed) throws Complaint {
    try {
      return switch (new BackupFile(file).write(sealed)) {
        case BackupFile.Outcome.Done(SealedBackup written) -> written;
        case BackupFile.Outcome.Refused(var why) -> throw new Complaint(Exit.FAILED, why);
      };
    } catch (IOException e) {
      throw new Complaint(
          Exit.FAILED,
          say("{0} cannot be written: may you write in its folder, and is there room?", file),
          e);
    }
  }

  private static Optional<byte[]> configuration(ConfigurationFile file) throws ConfigurationFault {
    return Files.exists(file.path())
        ? Optional.of(file.text().getBytes(StandardCharsets.UTF_8))
        : Optional.empty();
  }
}
