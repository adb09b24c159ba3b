package io.mashrabiya.app.command.recovery;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.command.ConfigurationOption;
import io.mashrabiya.app.command.HouseholdName;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.config.ConfigurationFile;
import io.mashrabiya.home.store.Backup;
import io.mashrabiya.home.store.BackupFile;
import io.mashrabiya.home.store.Recovery;
import io.mashrabiya.vault.backup.SealedBackup;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.ids.DeviceId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What `restore` and `home restore` ask alike, and what they do: kit, backup, what lies there, the
/// devices that stay, and then all of it at once. Until then nothing is changed.
final class RestoreOptions {
  @Option(
      names = "--kit",
      paramLabel = "FILE",
      required = true,
      description = "The recovery kit; - to type it.")
  private Path kit = Path.of("");

  @Option(
      names = "--keep",
      paramLabel = "DEVICE",
      description = {
        "The devices that stay: all, none, or a name or id for each, with an option of its own.",
        "Without it you are asked."
      })
  private List<String> keep = List.of();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What people call the household, where nothing is left that says it.")
  private @Nullable String name;

  @Mixin private ConfigurationOption config = new ConfigurationOption();
  @Mixin private DataOption data = new DataOption();

  Exit restore(Optional<Path> from, PrintWriter out) throws Exception {
    Kit named = new Kit(kit);
    RootKey root = named.root();
    Optional<Backup> backup =
        from.isEmpty() ? Optional.empty() : Optional.of(open(from.get(), root));
    ConfigurationFile file = config.file();
    Optional<RestoredSettings> settings = RestoredSettings.of(backup, file);
    Configuration said = settings.isEmpty() ? file.readIfThere() : settings.get().said();
    Path folder = data.folder(said);
    try (Recovery recovery = begin(folder, root, backup, HouseholdName.of(name, said))) {
      DeviceChoice choice = new DeviceChoice(recovery, out);
      choice.show(backup);
      Set<DeviceId> kept = keep.isEmpty() ? choice.ask(System.in) : choice.named(keep);
      if (settings.isPresent()) {
        settings.get().put(out);
      }
      recovery.finish(kept, named.lies(), Instant.now());
      Farewell.tell(recovery, kept.size(), folder, out);
    } catch (IOException e) {
      throw new Complaint(
          Exit.DATA,
          say(
              "The data folder {0} cannot be used: may you write there, and is there room? Run this again when you may.",
              folder),
          e);
    }
    return Exit.DONE;
  }

  private static Backup open(Path from, RootKey root) throws Complaint {
    try {
      SealedBackup sealed =
          switch (new BackupFile(from).read()) {
            case BackupFile.Outcome.Done(SealedBackup read) -> read;
            case BackupFile.Outcome.Refused(var why) -> throw new Complaint(Exit.FAILED, why);
          };
      return switch (Backup.open(sealed, root)) {
        case Backup.Opening.Opened(Backup backup) -> backup;
        case Backup.Opening.Refused(var why) ->
            throw new Complaint(Exit.FAILED, say("The backup {0} is not used.", from).then(why));
      };
    } catch (IOException e) {
      throw new Complaint(Exit.FAILED, say("The backup {0} cannot be read.", from), e);
    }
  }

  private static Recovery begin(Path folder, RootKey root, Optional<Backup> backup, String name)
      throws IOException, Complaint {
    return switch (Recovery.begin(folder, root, backup, name)) {
      case Recovery.Beginning.Ready(Recovery recovery) -> recovery;
      case Recovery.Beginning.InUse(var why) -> throw new Complaint(Exit.DATA, why);
      case Recovery.Beginning.Refused(var why) -> throw new Complaint(Exit.DATA, why);
    };
  }
}
