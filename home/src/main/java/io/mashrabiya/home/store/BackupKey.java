package io.mashrabiya.home.store;

import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.KemKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The public key to which a household's backups are sealed, in a file of its own in the data
/// folder (docs/ref/data-folder.md), so that a backup needs nothing of the home that runs.
///
/// @param key its private half follows from the root, which lies in the recovery kit
record BackupKey(HouseholdId household, KemKey key) {
  static final String NAME = "backup.json";

  private static final String PRODUCTION = "backup-key";
  private static final String FORMAT = "mashrabiya/v1/backup-key";
  private static final int MAX_BYTES = 1_024;

  static BackupKey of(RootKey root) {
    return new BackupKey(root.household(), root.backupKey().publicKey());
  }

  void write(Path folder) throws IOException {
    OwnFile.replace(
        folder,
        NAME,
        Json.object()
            .put("format", FORMAT)
            .put("household", household.toString())
            .put("kem", key.bytes())
            .build()
            .bytes());
  }

  /// Empty when there is none, or none of this household: then the recovery kit gives it.
  static Optional<BackupKey> read(Path folder, HouseholdId household) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(OwnFile.read(file, MAX_BYTES)))
          .filter(read -> read.household.equals(household));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  private static BackupKey parse(byte[] text) throws Malformed {
    Fields fields = Fields.parse(PRODUCTION, text);
    fields.text("format", FORMAT::equals);
    HouseholdId household = HouseholdId.parse(fields.text("household"));
    KemKey key = new KemKey(fields.exactly("kem", KemKey.SIZE_BYTES));
    fields.end();
    return new BackupKey(household, key);
  }
}
