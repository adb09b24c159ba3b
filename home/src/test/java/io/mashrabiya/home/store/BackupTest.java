package io.mashrabiya.home.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.home.store.Backup.Taking;
import io.mashrabiya.vault.backup.SealedBackup;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.codec.Base64Url;
import io.mashrabiya.wire.codec.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final Optional<RootKey> NO_KIT = Optional.empty();
  private static final Optional<byte[]> NO_CONFIGURATION = Optional.empty();

  @TempDir private Path temp;

  private Path data() {
    return temp.resolve("data");
  }

  private Taking take(Optional<RootKey> root) throws IOException {
    return Backup.take(data(), root, NO_CONFIGURATION, Founded.NOW);
  }

  private SealedBackup taken(Optional<RootKey> root) throws IOException {
    return switch (take(root)) {
      case Taking.Taken(SealedBackup sealed) -> sealed;
      case Taking other -> throw new AssertionError("not taken: " + other);
    };
  }

  private static Backup opened(SealedBackup sealed, RootKey root) {
    return switch (Backup.open(sealed, root)) {
      case Backup.Opening.Opened(Backup backup) -> backup;
      case Backup.Opening.Refused(var why) -> throw new AssertionError(why.toString());
    };
  }

  private static String refusal(SealedBackup sealed, RootKey root) {
    return switch (Backup.open(sealed, root)) {
      case Backup.Opening.Opened(Backup backup) -> throw new AssertionError("opened: " + backup);
      case Backup.Opening.Refused(var why) -> why.toString();
    };
  }

  private String refusal(Optional<RootKey> root) throws IOException {
    return ((Taking.Refused) take(root)).why().toString();
  }

  @Test
  void take_whileAHomeHoldsTheFolder_isWhatItLastStored() throws Exception {
    Founded founded = Founded.in(data(), "Phone");
    try (HomeFolder home = founded.open()) {
      home.update(state -> state.withEpoch(99));
      Backup backup = opened(taken(NO_KIT), founded.root());
      assertThat(backup.state()).isEqualTo(home.state());
      assertThat(backup.certificate()).isEqualTo(home.keys().certificate());
      assertThat(backup.made()).isEqualTo(Founded.NOW);
    }
  }

  @Test
  void take_withConfiguration_holdsItByteForByte() throws Exception {
    Founded founded = Founded.in(data());
    byte[] yaml = "cameras:\n  - password: hunter2 ü\n".getBytes(UTF_8);
    var taken = (Taking.Taken) Backup.take(data(), NO_KIT, Optional.of(yaml), Founded.NOW);
    assertThat(opened(taken.sealed(), founded.root()).configuration()).hasValue(yaml);
    assertThat(new String(taken.sealed().bytes(), UTF_8)).doesNotContain("hunter2");
  }

  /// A home that is restored makes its own: whoever opens the backup cannot speak for the old one.
  @Test
  void take_holdsNoKeyOfTheHome() throws Exception {
    Founded founded = Founded.in(data(), "Phone");
    var token = InsecureSecretAccess.token();
    String content = new String(taken(NO_KIT).open(founded.root()).orElseThrow(), UTF_8);
    assertThat(content)
        .doesNotContain(
            Base64Url.encode(founded.keys().home().sign().seed().toByteArray(token)),
            Base64Url.encode(founded.keys().home().kem().secret().toByteArray(token)));
  }

  @Test
  void take_householdThatKnowsNoKey_needsItsKitOnce() throws Exception {
    Founded founded = Founded.in(data());
    Files.delete(data().resolve("backup.json"));
    assertThat(take(NO_KIT)).isEqualTo(new Taking.NeedsKit());
    opened(taken(Optional.of(founded.root())), founded.root());
    opened(taken(NO_KIT), founded.root());
  }

  /// Somebody's own key in place of the household's would open its backups: it is of another
  /// household, or damaged, and counts for none.
  @Test
  void take_keyFileOfAnotherHouseholdOrDamaged_needsTheKit() throws Exception {
    Founded.in(data());
    BackupKey.of(RootKey.generate()).write(data());
    assertThat(take(NO_KIT)).isEqualTo(new Taking.NeedsKit());
    Files.writeString(data().resolve("backup.json"), "{}");
    assertThat(take(NO_KIT)).isEqualTo(new Taking.NeedsKit());
  }

  @Test
  void take_kitOfAnotherHousehold_isRefused() throws Exception {
    Founded founded = Founded.in(data());
    assertThat(refusal(Optional.of(RootKey.generate()))).contains("another household");
    opened(taken(NO_KIT), founded.root());
  }

  @Test
  void take_whereNoHouseholdIsOrADamagedOne_saysSo() throws Exception {
    assertThat(refusal(NO_KIT)).contains("no household in " + data());
    assertThat(data()).doesNotExist();
    Founded.in(data());
    Files.writeString(data().resolve("state.json"), "{");
    assertThat(refusal(NO_KIT)).contains("state.json is damaged");
  }

  @Test
  void open_withAnotherKitOrDamaged_saysWhich() throws Exception {
    Founded founded = Founded.in(data());
    SealedBackup sealed = taken(NO_KIT);
    assertThat(refusal(sealed, RootKey.generate()))
        .contains(founded.keys().household().toString(), "Take the kit");
    byte[] damaged = sealed.bytes();
    damaged[damaged.length - 1] ^= 1;
    assertThat(refusal(SealedBackup.parse(damaged), founded.root())).contains("damaged");
  }

  /// Whoever has a copy of the folder can seal what they like; what is none is refused.
  @Test
  void open_sealedNonsense_isRefused() throws Exception {
    Founded founded = Founded.in(data());
    var key = founded.root().backupKey().publicKey();
    for (String nonsense : new String[] {"", "{}", "no json"}) {
      SealedBackup sealed =
          SealedBackup.seal(key, founded.root().household(), nonsense.getBytes(UTF_8));
      assertThat(refusal(sealed, founded.root())).contains("not understood");
    }
  }

  @Test
  void parse_certificateOfAnotherHousehold_isRefused() throws Exception {
    Founded founded = Founded.in(data());
    Founded other = Founded.in(temp.resolve("other"));
    byte[] content =
        BackupFormat.bytes(
            new Backup(Founded.NOW, other.keys().certificate(), founded.state(), NO_CONFIGURATION));
    assertThatThrownBy(() -> BackupFormat.parse(content, founded.root().household()))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("certificate");
  }

  @Test
  void write_isForItsOwner_readsAgain_andReplacesAnOlderOneOnly() throws Exception {
    Founded founded = Founded.in(data());
    Path path = temp.resolve("house.backup");
    BackupFile file = new BackupFile(path);
    file.write(taken(NO_KIT));
    byte[] first = Files.readAllBytes(path);
    file.write(taken(NO_KIT));
    assertThat(Files.readAllBytes(path)).isNotEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    opened(((BackupFile.Outcome.Done) file.read()).backup(), founded.root());
  }

  @Test
  void write_overAnythingElse_isRefused() throws Exception {
    Founded.in(data());
    SealedBackup mine = taken(NO_KIT);
    Path path = Files.writeString(temp.resolve("letter.txt"), "mine");
    assertRefused(new BackupFile(path).write(mine), "no backup of this household");
    assertThat(path).hasContent("mine");
    RootKey other = RootKey.generate();
    SealedBackup theirs =
        SealedBackup.seal(other.backupKey().publicKey(), other.household(), new byte[9]);
    Files.write(path, theirs.bytes());
    assertRefused(new BackupFile(path).write(mine), "no backup of this household");
    assertThat(path).hasBinaryContent(theirs.bytes());
    assertRefused(new BackupFile(temp.resolve("no/such/file")).write(mine), "names no file");
    assertRefused(new BackupFile(temp).write(mine), "no backup of this household");
  }

  @Test
  void read_noFileOrAnother_saysWhatToDo() throws Exception {
    assertRefused(new BackupFile(temp.resolve("none")).read(), "no backup");
    Path path = Files.writeString(temp.resolve("letter.txt"), "mine");
    assertRefused(new BackupFile(path).read(), "is no backup");
    assertThat(new BackupFile(path).toString()).contains("letter.txt");
  }

  private static void assertRefused(BackupFile.Outcome outcome, String why) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            BackupFile.Outcome.Refused.class,
            refused -> assertThat(refused.why().toString()).contains(why));
  }
}
