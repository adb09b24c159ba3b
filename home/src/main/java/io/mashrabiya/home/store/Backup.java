package io.mashrabiya.home.store;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.vault.backup.SealedBackup;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// What of a household outlives its machine (docs/ref/data-folder.md): its state and its
/// configuration. No key is in it, for a home that is restored gets new ones, and no still, which
/// would not open under these.
///
/// @param certificate the home's when this was made: its serial is to be exceeded
/// @param configuration the configuration file; empty: there was none
public record Backup(
    Instant made,
    HomeCertificate certificate,
    HouseholdState state,
    Optional<byte[]> configuration) {
  /// The most that a configuration may have.
  public static final int MAX_CONFIGURATION_BYTES = 1 << 20;

  /// What came of looking for a household to be backed up.
  public sealed interface Taking {
    record Taken(SealedBackup sealed) implements Taking {}

    /// The household's backups cannot be sealed yet: its folder does not know the key, which the
    /// recovery kit gives.
    record NeedsKit() implements Taking {}

    /// There is none that could be used.
    ///
    /// @param why what is wrong, for the operator, and then what to do
    record Refused(Sentence why) implements Taking {}
  }

  /// What came of opening one.
  public sealed interface Opening {
    record Opened(Backup backup) implements Opening {}

    /// There is none that could be used.
    ///
    /// @param why what is wrong, for the operator, and then what to do
    record Refused(Sentence why) implements Opening {}
  }

  /// Seals what a data folder holds, whether a home runs from it or not: each file is replaced as a
  /// whole, and the certificate is the same before and after.
  ///
  /// @param root from the recovery kit; empty: the folder knows the key
  public static Taking take(
      Path folder, Optional<RootKey> root, Optional<byte[]> configuration, Instant now)
      throws IOException {
    if (!(FolderContent.read(folder) instanceof FolderContent.Household(var keys, var state))) {
      return new Taking.Refused(noHousehold(folder));
    }
    if (!sameKeys(folder, keys)) {
      return new Taking.Refused(
          say("The household in {0} is being restored in this moment.", folder).then("Try again."));
    }
    HouseholdId household = keys.household();
    if (root.isPresent() && !root.get().household().equals(household)) {
      return new Taking.Refused(
          say(
              "The recovery kit is of another household, {0}: this one is {1}.",
              root.get().household(), household));
    }
    if (root.isPresent()) {
      BackupKey.of(root.get()).write(folder);
    }
    Optional<BackupKey> key = BackupKey.read(folder, household);
    Backup backup = new Backup(now, keys.certificate(), state, configuration);
    return key.<Taking>map(known ->
            new Taking.Taken(SealedBackup.seal(known.key(), household, BackupFormat.bytes(backup))))
        .orElseGet(Taking.NeedsKit::new);
  }

  private static Sentence noHousehold(Path folder) throws IOException {
    return FolderContent.read(folder) instanceof FolderContent.Unfit(Sentence why)
        ? why
        : say("There is no household in {0}.", folder).then("Name its data folder.");
  }

  private static boolean sameKeys(Path folder, HouseholdKeys keys) throws IOException {
    return FolderContent.read(folder) instanceof FolderContent.Household(var again, var _)
        && again.certificate().equals(keys.certificate());
  }

  /// Opens one with the household's recovery kit.
  public static Opening open(SealedBackup sealed, RootKey root) {
    if (!sealed.household().equals(root.household())) {
      return new Opening.Refused(
          say(
                  "It is of household {0}, and the recovery kit of {1}.",
                  sealed.household(), root.household())
              .then("Take the kit that belongs to it."));
    }
    Optional<byte[]> content = sealed.open(root);
    if (content.isEmpty()) {
      return new Opening.Refused(
          say("It is damaged: what is in it does not open with its recovery kit.")
              .then("Take another copy of it, or an older backup."));
    }
    try {
      return new Opening.Opened(BackupFormat.parse(content.get(), root.household()));
    } catch (Malformed e) {
      return new Opening.Refused(
          say("What is in it is not understood ({0}).", Told.of(e))
              .then("Was it made by a newer Mashrabiya?"));
    }
  }

  /// Without what people named, and without the configuration, which may hold passwords.
  @Override
  public String toString() {
    return "Backup[" + certificate.household() + ", made " + made + "]";
  }
}
