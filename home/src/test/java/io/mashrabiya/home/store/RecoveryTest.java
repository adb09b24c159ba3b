package io.mashrabiya.home.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.authority.Member;
import io.mashrabiya.home.authority.Roster;
import io.mashrabiya.home.store.Recovery.Beginning;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.KeyFile;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.vault.keys.StillKey;
import io.mashrabiya.vault.seal.FrameSealer;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A household comes back by its kit, or nothing changes.
class RecoveryTest {
  private static final Instant LATER = Founded.NOW.plusSeconds(1_000);
  private static final Optional<Backup> NO_BACKUP = Optional.empty();

  @TempDir private Path temp;

  private Path data() {
    return temp.resolve("data");
  }

  private Recovery ready(RootKey root, Optional<Backup> backup) throws IOException {
    return switch (Recovery.begin(data(), root, backup, "Called so")) {
      case Beginning.Ready(Recovery recovery) -> recovery;
      case Beginning other -> throw new AssertionError("not ready: " + other);
    };
  }

  private String refusal(RootKey root, Optional<Backup> backup) throws IOException {
    return switch (Recovery.begin(data(), root, backup, "Called so")) {
      case Beginning.Refused(var why) -> why.toString();
      case Beginning other -> throw new AssertionError("not refused: " + other);
    };
  }

  private static Backup backupOf(Path folder) throws IOException {
    var read = (FolderContent.Household) FolderContent.read(folder);
    return new Backup(Founded.NOW, read.keys().certificate(), read.state(), Optional.empty());
  }

  private FolderContent.Household content() throws IOException {
    return (FolderContent.Household) FolderContent.read(data());
  }

  @Test
  void begin_emptyFolderAndKitAlone_isTheHouseholdWithoutDevices() throws Exception {
    RootKey root = RootKey.generate();
    try (Recovery recovery = ready(root, NO_BACKUP)) {
      assertThat(recovery.devices()).isEmpty();
      recovery.finish(Set.of(), Optional.of(temp.resolve("kit.html")), LATER);
    }
    assertThat(content().keys().household()).isEqualTo(root.household());
    assertThat(content().keys().certificate().serial()).isEqualTo(LATER.getEpochSecond());
    assertThat(content().state().name()).isEqualTo("Called so");
    assertThat(content().state().kit()).contains(temp.resolve("kit.html"));
    assertThat(BackupKey.read(data(), root.household())).contains(BackupKey.of(root));
    assertThat(data().resolve(Succession.NAME)).doesNotExist();
  }

  @Test
  void finish_folderOfThisHousehold_hasNewKeysAHigherSerialAndTheConfirmedDevices()
      throws Exception {
    Founded founded = Founded.in(data(), "Phone", "Tablet");
    HouseholdKeys before = founded.keys();
    CameraId door = new CameraId(1, 2);
    try (HomeFolder home = founded.open()) {
      home.update(state -> state.withEpoch(77).withCameras(List.of("Door"), () -> door));
    }
    try (Recovery recovery = ready(founded.root(), NO_BACKUP)) {
      assertThat(recovery.devices()).extracting(Member::name).contains("Phone", "Tablet");
      recovery.finish(Set.of(founded.device("Phone")), Optional.empty(), LATER);
    }
    HouseholdKeys after = content().keys();
    assertThat(after.certificate().serial()).isGreaterThan(before.certificate().serial());
    assertThat(after.home()).isNotEqualTo(before.home());
    Roster roster = content().state().roster();
    assertThat(roster.members().keySet()).containsExactly(founded.device("Phone"));
    assertThat(roster.struck().keySet()).containsExactly(founded.device("Tablet"));
    assertThat(roster.version()).isGreaterThan(founded.state().roster().version());
    assertThat(content().state().epoch()).isEqualTo(77);
    assertThat(content().state().cameras()).containsEntry("Door", door);
  }

  /// The clock of the machine may be behind, and the serial must rise all the same.
  @Test
  void finish_clockBehindTheLastSerial_isOneAbove() throws Exception {
    Founded founded = Founded.in(data());
    try (Recovery recovery = ready(founded.root(), NO_BACKUP)) {
      recovery.finish(Set.of(), Optional.empty(), Instant.EPOCH);
    }
    assertThat(content().keys().certificate().serial())
        .isEqualTo(founded.keys().certificate().serial() + 1);
  }

  @Test
  void devices_afterANewerListWasShown_tellWhoIsMissingAndWhoCame() throws Exception {
    Founded founded = Founded.in(data(), "Phone", "Stolen");
    Member came = Founded.member(founded.root(), "Came later");
    Roster newer = Founded.roster(9, founded.member("Phone"), came);
    try (HomeFolder home = founded.open()) {
      home.update(state -> state.withShown(founded.list(newer), founded.keys().certificate()));
    }
    try (Recovery recovery = ready(founded.root(), NO_BACKUP)) {
      assertThat(recovery.isMissingLater(founded.device("Phone"))).isFalse();
      assertThat(recovery.isMissingLater(founded.device("Stolen"))).isTrue();
      assertThat(recovery.cameLater()).containsExactly(came.device());
      recovery.finish(Set.of(founded.device("Phone")), Optional.empty(), LATER);
    }
    assertThat(content().state().shown()).isEmpty();
    assertThat(content().state().roster().behind()).isFalse();
  }

  @Test
  void finish_homeThatWasBehind_isBehindNoMore() throws Exception {
    Founded founded = Founded.in(data(), "Phone");
    founded.fallBehind();
    assertThat(content().state().roster().behind()).isTrue();
    try (Recovery recovery = ready(founded.root(), NO_BACKUP)) {
      recovery.finish(Set.of(founded.device("Phone")), Optional.empty(), LATER);
    }
    assertThat(content().state().roster().behind()).isFalse();
    assertThat(content().state().roster().members()).hasSize(1);
  }

  @Test
  void begin_backupIntoAnEmptyFolder_bringsDevicesCamerasAndName() throws Exception {
    Founded founded = Founded.in(temp.resolve("lost"), "Phone");
    Backup backup = backupOf(temp.resolve("lost"));
    try (Recovery recovery = ready(founded.root(), Optional.of(backup))) {
      assertThat(recovery.name()).isEqualTo("House");
      recovery.finish(Set.of(founded.device("Phone")), Optional.empty(), LATER);
    }
    assertThat(content().state().roster().members()).containsKey(founded.device("Phone"));
    assertThat(content().keys().certificate().serial())
        .isGreaterThan(founded.keys().certificate().serial());
  }

  @Test
  void begin_stateLostOrDamaged_takesABackup_andSaysSoWithoutOne() throws Exception {
    Founded founded = Founded.in(data(), "Phone");
    Backup backup = backupOf(data());
    Files.writeString(data().resolve("state.json"), "{");
    assertThat(refusal(founded.root(), NO_BACKUP)).contains("not its state", "--from");
    Files.delete(data().resolve("state.json"));
    assertThat(refusal(founded.root(), NO_BACKUP)).contains("not its state", "--from");
    try (Recovery recovery = ready(founded.root(), Optional.of(backup))) {
      assertThat(recovery.devices()).hasSize(1);
    }
  }

  @Test
  void begin_keysLost_goesOnWithTheState() throws Exception {
    Founded founded = Founded.in(data(), "Phone");
    Files.delete(data().resolve("keys.json"));
    try (Recovery recovery = ready(founded.root(), NO_BACKUP)) {
      assertThat(recovery.devices()).hasSize(1);
      recovery.finish(Set.of(founded.device("Phone")), Optional.empty(), LATER);
    }
    assertThat(content().state().roster().members()).hasSize(1);
  }

  @Test
  void begin_keysThatCannotBeRead_areLeftAsTheyAre() throws Exception {
    Founded founded = Founded.in(data(), "Phone");
    Files.writeString(data().resolve("keys.json"), "{");
    assertThat(refusal(founded.root(), NO_BACKUP)).contains("damaged", "move that file out");
    assertThat(data().resolve("keys.json")).hasContent("{");
  }

  @Test
  void begin_kitOfAnotherHousehold_changesNothing() throws Exception {
    Founded founded = Founded.in(data(), "Phone");
    assertThat(refusal(RootKey.generate(), NO_BACKUP))
        .contains("another household", founded.keys().household().toString());
    assertThat(content().keys()).isEqualTo(founded.keys());
    assertThat(content().state()).isEqualTo(founded.state());
  }

  @Test
  void begin_backupWhereTheHouseholdIs_changesNothing() throws Exception {
    Founded founded = Founded.in(data(), "Phone");
    assertThat(refusal(founded.root(), Optional.of(backupOf(data()))))
        .contains("already", "Leave --from out");
    assertThat(content().keys()).isEqualTo(founded.keys());
  }

  @Test
  void begin_whileAHomeRuns_isInUse() throws Exception {
    Founded founded = Founded.in(data());
    try (HomeFolder home = founded.open()) {
      assertThat(Recovery.begin(data(), founded.root(), NO_BACKUP, "x"))
          .isInstanceOfSatisfying(
              Beginning.InUse.class, used -> assertThat(used.why().toString()).contains("Stop it"));
      assertThat(home.keys()).isEqualTo(founded.keys());
    }
  }

  @Test
  void begin_folderOfOthers_isLeftAlone() throws Exception {
    Files.createDirectories(data());
    Files.writeString(data().resolve("letter.txt"), "mine");
    assertThat(refusal(RootKey.generate(), NO_BACKUP)).contains("holds other files");
    assertThat(data()).isDirectoryNotContaining(file -> file.getFileName().startsWith("keys.json"));
  }

  @Test
  void begin_andNoFinish_changesNothingAndFreesTheFolder() throws Exception {
    Founded founded = Founded.in(data(), "Phone");
    ready(founded.root(), NO_BACKUP).close();
    try (HomeFolder home = founded.open()) {
      assertThat(home.keys()).isEqualTo(founded.keys());
      assertThat(home.state()).isEqualTo(founded.state());
    }
  }

  @Test
  void begin_firstStartThatWasCutShort_isAnEmptyFolder() throws Exception {
    Founded.in(data(), "Phone");
    Files.createFile(data().resolve("founding"));
    RootKey root = RootKey.generate();
    try (Recovery recovery = ready(root, NO_BACKUP)) {
      assertThat(recovery.devices()).isEmpty();
      recovery.finish(Set.of(), Optional.empty(), LATER);
    }
    assertThat(content().keys().household()).isEqualTo(root.household());
    assertThat(data().resolve("founding")).doesNotExist();
  }

  /// They were signed by keys that nobody accepts any more.
  @Test
  void finish_stillsOfBefore_areGone() throws Exception {
    Founded founded = Founded.in(data());
    CameraId door = new CameraId(1, 2);
    try (HomeFolder home = founded.open()) {
      var sealer =
          new FrameSealer(
              home.household(), door, new Kid(1, Track.STILL), home.keys().home().sign());
      home.storeStill(
          door,
          new StillKey(sealer.kid(), sealer.baseKey()),
          sealer.seal(Kind.STILL, 1, new byte[] {9}));
    }
    try (Recovery recovery = ready(founded.root(), NO_BACKUP)) {
      recovery.finish(Set.of(), Optional.empty(), LATER);
    }
    assertThat(data().resolve("stills")).isEmptyDirectory();
    assertThat(content().keys().stills()).isEmpty();
  }

  /// What is written is what a home of now reads: the key file as well.
  @Test
  void finish_keyFile_isHeldByAHome() throws Exception {
    Founded founded = Founded.in(data());
    try (Recovery recovery = ready(founded.root(), NO_BACKUP)) {
      recovery.finish(Set.of(), Optional.empty(), LATER);
    }
    assertThat(new KeyFile(data().resolve("keys.json")).read())
        .isInstanceOf(KeyFile.Reading.Held.class);
  }

  @Test
  void missingLater_whileNothingWasShown_isNobody() throws Exception {
    Founded founded = Founded.in(data(), "Phone");
    try (Recovery recovery = ready(founded.root(), NO_BACKUP)) {
      assertThat(recovery.isMissingLater(founded.device("Phone"))).isFalse();
      assertThat(recovery.isMissingLater(new DeviceId(1, 2))).isFalse();
      assertThat(recovery.cameLater()).isEmpty();
    }
  }
}
