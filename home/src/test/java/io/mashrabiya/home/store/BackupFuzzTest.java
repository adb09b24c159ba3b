package io.mashrabiya.home.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.secret.SecretBytes;
import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;

/// What was sealed into a backup, which anybody can do who has seen the folder, is read as what it
/// says, or refused.
class BackupFuzzTest {
  /// Of the root whose seed is 0, 1, 2 ... 31, as in the seeds of this target.
  private static final HouseholdId HOUSEHOLD =
      new RootKey(Ed25519PrivateKey.ofSeed(seed())).household();

  private static SecretBytes seed() {
    byte[] seed = new byte[32];
    for (int i = 0; i < seed.length; i++) {
      seed[i] = (byte) i;
    }
    return SecretBytes.copyOf(seed, InsecureSecretAccess.token());
  }

  @FuzzTest
  void content(byte[] input) {
    try {
      Backup backup = BackupFormat.parse(input, HOUSEHOLD);
      byte[] written = BackupFormat.bytes(backup); // by today's form, which an older one becomes
      assertThat(BackupFormat.bytes(BackupFormat.parse(written, HOUSEHOLD))).isEqualTo(written);
    } catch (Malformed expected) {
      assertThat(expected.production()).isNotEmpty();
    }
  }
}
