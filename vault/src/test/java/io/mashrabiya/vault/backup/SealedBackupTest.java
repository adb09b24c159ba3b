package io.mashrabiya.vault.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.secret.SecretBytes;
import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import io.mashrabiya.wire.codec.Malformed;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SealedBackupTest {
  private static final byte[] CONTENT = "what is in it".getBytes(UTF_8);
  private static final int HOUSEHOLD_AT = "mashrabiya/v1/backup".length() + 1;

  private final RootKey root = RootKey.generate();
  private final SealedBackup backup =
      SealedBackup.seal(root.backupKey().publicKey(), root.household(), CONTENT);

  private static RootKey fixedRoot() {
    byte[] seed = new byte[32];
    for (int i = 0; i < seed.length; i++) {
      seed[i] = (byte) i;
    }
    return new RootKey(
        Ed25519PrivateKey.ofSeed(SecretBytes.copyOf(seed, InsecureSecretAccess.token())));
  }

  @Test
  void open_withItsKit_givesWhatWasSealed() throws Malformed {
    SealedBackup read = SealedBackup.parse(backup.bytes());
    assertThat(read.household()).isEqualTo(root.household());
    assertThat(read.open(root)).hasValue(CONTENT);
  }

  /// Made by the standards' words in another language (Python's `cryptography`), not by this code.
  @Test
  void open_backupOfOthersMaking_opens() throws Malformed {
    String file =
        "6d6173687261626979612f76312f6261636b7570001584649eec2e3f675942627aa45cf585a154b295"
            + "13be4feaeaf204c7fd3358fc9c00721881d174278128227ec674f37f7fe97b6df08a88961dee35f25e"
            + "35e295891d8d4647489aecdf41d03dfe3f1aaa41";
    SealedBackup read = SealedBackup.parse(HexFormat.of().parseHex(file));
    assertThat(read.household()).isEqualTo(fixedRoot().household());
    assertThat(read.open(fixedRoot())).hasValue(CONTENT);
  }

  @Test
  void backupKey_ofAFixedRoot_isTheOneThatOthersDerive() {
    assertThat(fixedRoot().household()).hasToString("cwcgjhxmfy7wowkcmj5kixhvqwqvjmuv");
    assertThat(fixedRoot().backupKey().publicKey().bytes())
        .asHexString()
        .isEqualToIgnoringCase("0ec92c93ef379a29d7ef07f0c7a2abe88b3723a0456de43b408d53af4ee7354b");
  }

  @Test
  void open_withAnotherKit_opensNothing() {
    assertThat(backup.open(RootKey.generate())).isEmpty();
  }

  /// The household in the clear is under the seal: a backup cannot be passed off as another's.
  @Test
  void open_underAnotherHouseholdsName_opensNothing() throws Malformed {
    byte[] file = backup.bytes();
    byte[] other = RootKey.generate().household().bytes();
    System.arraycopy(other, 0, file, HOUSEHOLD_AT, other.length);
    assertThat(SealedBackup.parse(file).open(root)).isEmpty();
  }

  @Test
  void open_anyByteChanged_opensNothing() {
    for (int at = 0; at < backup.bytes().length; at++) {
      byte[] file = backup.bytes();
      file[at] ^= 0x10;
      assertOpensNothing(file);
    }
  }

  @Test
  void open_cutAnywhereOrLonger_opensNothing() {
    for (int length = 0; length < backup.bytes().length; length++) {
      assertOpensNothing(Arrays.copyOf(backup.bytes(), length));
    }
    assertOpensNothing(Arrays.copyOf(backup.bytes(), backup.bytes().length + 1));
  }

  @Test
  void seal_nothing_opensToNothing() throws Malformed {
    var empty = SealedBackup.seal(root.backupKey().publicKey(), root.household(), new byte[0]);
    assertThat(SealedBackup.parse(empty.bytes()).open(root)).hasValue(new byte[0]);
  }

  @Test
  void seal_twice_looksDifferent() {
    SealedBackup again = SealedBackup.seal(root.backupKey().publicKey(), root.household(), CONTENT);
    assertThat(again.bytes()).isNotEqualTo(backup.bytes());
  }

  @Test
  void seal_atTheLimit_opens_andBeyondIsRefused() throws Malformed {
    byte[] most = new byte[SealedBackup.MAX_CONTENT_BYTES];
    SealedBackup largest = SealedBackup.seal(root.backupKey().publicKey(), root.household(), most);
    assertThat(largest.bytes()).hasSize(SealedBackup.MAX_BYTES);
    assertThat(SealedBackup.parse(largest.bytes()).open(root)).hasValue(most);
    assertThatThrownBy(() -> SealedBackup.parse(new byte[SealedBackup.MAX_BYTES + 1]))
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(() ->
            SealedBackup.seal(
                root.backupKey().publicKey(), root.household(), new byte[most.length + 1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void toString_showsNothingOfTheContent() {
    assertThat(backup.toString()).contains(root.household().toString()).doesNotContain("what");
  }

  private void assertOpensNothing(byte[] file) {
    try {
      assertThat(SealedBackup.parse(file).open(root)).isEmpty();
    } catch (Malformed e) {
      assertThat(e.production()).startsWith("backup");
    }
  }
}
