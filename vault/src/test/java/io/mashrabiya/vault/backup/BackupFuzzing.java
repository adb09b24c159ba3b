package io.mashrabiya.vault.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.codec.Malformed;

/// Feeds the reader of backups.
public final class BackupFuzzing {
  private static final RootKey ROOT = RootKey.generate();

  private BackupFuzzing() {}

  public static void backup(byte[] input) {
    try {
      SealedBackup backup = SealedBackup.parse(input);
      assertThat(backup.bytes()).isEqualTo(input);
      assertThat(backup.open(ROOT)).isEmpty();
    } catch (Malformed expected) {
      // that is the other way it may end
    }
  }
}
