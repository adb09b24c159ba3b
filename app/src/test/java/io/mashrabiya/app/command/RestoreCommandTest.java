package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.Exit;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.home.store.FolderLook;
import io.mashrabiya.vault.keys.KitFile;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `backup`, `restore` and `home restore` where something is in the way, and what becomes of the
/// configuration.
class RestoreCommandTest {
  private static final String YAML =
      "household:\n  name: Ours\ncameras:\n  - name: Door\n    url: rtsp://192.0.2.1/a\n    password: hunter2\n    user: mona\n";

  @TempDir private Path folder;
  private Path data;
  private Path kit;
  private Path config;
  private Path backup;

  @BeforeEach
  void name() {
    data = folder.resolve("data");
    kit = folder.resolve("kit.html");
    config = folder.resolve("house.yaml");
    backup = folder.resolve("house.backup");
  }

  private Home open(Optional<Path> kitFile) throws Exception {
    return Home.open(
        new HomeOptions(data, new Origin("http://localhost:1"), "Us", List.of(), kitFile));
  }

  private void found() throws Exception {
    Home home = open(Optional.of(kit));
    home.start();
    home.close();
  }

  /// The first letters of the root's key, or of what lies there instead.
  private String rootKey() throws IOException {
    String text = Files.readString(kit);
    int at = text.indexOf("root key:");
    return at < 0 ? "a letter" : text.substring(at, at + 30);
  }

  private Said run(String line, String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of(line.split(" ")));
    all.addAll(List.of(more));
    all.addAll(List.of("--config", config.toString()));
    Said said = Said.by(all.toArray(String[]::new));
    assertThat(said.all()).doesNotContain("hunter2", "Exception");
    if (Files.exists(kit)) {
      assertThat(said.all()).doesNotContain(rootKey());
    }
    return said;
  }

  private Said backUp() throws IOException {
    return run("backup", backup.toString(), "--data", data.toString());
  }

  private Said homeRestore(Path kitFile, Path into, String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(List.of("--kit", kitFile.toString(), "--data", into.toString()));
    return run("home restore", all.toArray(String[]::new));
  }

  private static void assertRefused(Said said, Exit exit, String... remedies) {
    assertThat(said.code()).as(said.all()).isEqualTo(exit.code());
    assertThat(said.err()).contains(remedies);
  }

  private Path strangersKit() throws IOException {
    Path other = folder.resolve("other.html");
    new KitFile(other).write(RootKey.generate());
    return other;
  }

  @Test
  void restore_lostDisk_bringsConfigurationAndHouseholdBack() throws Exception {
    Files.writeString(config, YAML);
    found();
    Said said = backUp();
    assertThat(said.code()).as(said.all()).isZero();
    assertThat(said.out()).contains("The configuration " + config + " is in it");
    Files.delete(config);
    Path fresh = folder.resolve("fresh");
    Said restored =
        run("restore", backup.toString(), "--kit", kit.toString(), "--data", fresh.toString());
    assertThat(restored.code()).as(restored.all()).isZero();
    assertThat(config).hasContent(YAML);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
        .isEqualTo("rw-------");
    assertThat(FolderLook.at(fresh)).isInstanceOf(FolderLook.Household.class);
  }

  /// The configuration that comes back says where the folder is.
  @Test
  void restore_withoutData_goesWhereTheConfigurationOfTheBackupSays() throws Exception {
    found();
    Files.writeString(config, "household:\n  data: elsewhere\n");
    assertThat(backUp().code()).isZero();
    Files.delete(config);
    Said restored = run("restore", backup.toString(), "--kit", kit.toString());
    assertThat(restored.code()).as(restored.all()).isZero();
    assertThat(FolderLook.at(folder.resolve("elsewhere"))).isInstanceOf(FolderLook.Household.class);
  }

  @Test
  void restore_configurationThatIsThere_isNotWrittenOver() throws Exception {
    Files.writeString(config, YAML);
    found();
    backUp();
    Files.writeString(config, "household:\n  name: Newer\n");
    Path fresh = folder.resolve("fresh");
    Said restored =
        run("restore", backup.toString(), "--kit", kit.toString(), "--data", fresh.toString());
    assertThat(restored.out()).contains("was left as it is", "house.yaml.restored");
    assertThat(config).hasContent("household:\n  name: Newer\n");
    assertThat(folder.resolve("house.yaml.restored")).hasContent(YAML);
  }

  @Test
  void backup_whileTheHomeRuns_isDone_andNamesNoConfigurationThatIsNotThere() throws Exception {
    try (Home home = open(Optional.of(kit))) {
      home.start();
      Said said = backUp();
      assertThat(said.code()).as(said.all()).isZero();
      assertThat(said.out())
          .contains(home.household().toString(), "No configuration is in it")
          .doesNotContain(data.toString());
    }
  }

  @Test
  void backup_ofAHouseholdWithoutKit_saysWhatToDo() throws Exception {
    open(Optional.empty()).close();
    assertRefused(backUp(), Exit.DATA, "name its recovery kit once, with --kit", "demo");
    assertThat(backup).doesNotExist();
  }

  @Test
  void backup_foundedBeforeThereWereAny_takesTheKitOnce() throws Exception {
    found();
    Files.delete(data.resolve("backup.json"));
    assertRefused(backUp(), Exit.DATA, "--kit");
    Said once =
        run("backup", backup.toString(), "--data", data.toString(), "--kit", kit.toString());
    assertThat(once.code()).as(once.all()).isZero();
    assertThat(backUp().code()).isZero();
  }

  @Test
  void backup_intoSomethingElse_orNowhere_isRefused() throws Exception {
    found();
    Files.writeString(backup, "a letter");
    assertRefused(backUp(), Exit.FAILED, "no backup of this household", "Name another file");
    assertThat(backup).hasContent("a letter");
    backup = folder.resolve("none/house.backup");
    assertRefused(backUp(), Exit.FAILED, "names no file");
  }

  @Test
  void backup_whereNoHouseholdIs_isRefusedAndMakesNone() throws IOException {
    assertRefused(backUp(), Exit.DATA, "There is no household in " + data);
    assertThat(data).doesNotExist();
  }

  @Test
  void homeRestore_kitOfAnotherHousehold_changesNothing() throws Exception {
    found();
    byte[] before = Files.readAllBytes(data.resolve("keys.json"));
    assertRefused(
        homeRestore(strangersKit(), data),
        Exit.DATA,
        "holds another household",
        "the kit that belongs to it");
    assertThat(data.resolve("keys.json")).hasBinaryContent(before);
  }

  @Test
  void restore_kitOfAnotherHouseholdOrDamagedBackup_changesNothing() throws Exception {
    found();
    backUp();
    Path fresh = folder.resolve("fresh");
    assertRefused(
        homeRestore(strangersKit(), fresh, "--from", backup.toString()),
        Exit.FAILED,
        "The backup " + backup + " is not used",
        "Take the kit that belongs to it");
    byte[] damaged = Files.readAllBytes(backup);
    damaged[damaged.length / 2] ^= 1;
    Files.write(backup, damaged);
    assertRefused(
        homeRestore(kit, fresh, "--from", backup.toString()),
        Exit.FAILED,
        "It is damaged",
        "older backup");
    Files.writeString(backup, "a letter");
    assertRefused(
        homeRestore(kit, fresh, "--from", backup.toString()), Exit.FAILED, "is no backup");
    assertThat(fresh).doesNotExist();
  }

  @Test
  void homeRestore_kitThatIsNone_saysWhichAndWhat() throws Exception {
    assertRefused(homeRestore(kit, data), Exit.FAILED, "There is no recovery kit " + kit);
    Files.writeString(kit, "a letter");
    assertRefused(homeRestore(kit, data), Exit.FAILED, kit + " is no recovery kit");
    assertThat(data).doesNotExist();
  }

  @Test
  void homeRestore_whileTheHomeRuns_isRefused() throws Exception {
    try (Home home = open(Optional.of(kit))) {
      home.start();
      assertRefused(homeRestore(kit, data), Exit.DATA, "A home runs from " + data, "Stop it");
    }
  }

  @Test
  void homeRestore_backupWhereTheHouseholdIs_saysHowToGoOn() throws Exception {
    found();
    backUp();
    assertRefused(
        homeRestore(kit, data, "--from", backup.toString()), Exit.DATA, "Leave --from out");
  }

  @Test
  void homeRestore_folderOfOthers_isLeftAlone() throws Exception {
    found();
    Path others = Files.createDirectory(folder.resolve("others"));
    Files.writeString(others.resolve("letter.txt"), "mine");
    assertRefused(homeRestore(kit, others), Exit.DATA, "holds other files");
    assertThat(others.resolve("keys.json")).doesNotExist();
  }

  @Test
  void homeRestore_keepsADeviceThatIsNotThere_changesNothing() throws Exception {
    found();
    byte[] before = Files.readAllBytes(data.resolve("keys.json"));
    assertRefused(
        homeRestore(kit, data, "--keep", "Phone"), Exit.USAGE, "no device above is called Phone");
    assertThat(data.resolve("keys.json")).hasBinaryContent(before);
    assertRefused(homeRestore(kit, data, "--name", ""), Exit.USAGE, "--name has 1 to 64");
  }

  @Test
  void homeRestore_withoutKit_isNotUnderstood() {
    assertThat(Said.by("home", "restore").err()).contains("--kit");
    assertThat(Said.by("restore", "x").code()).isEqualTo(Exit.USAGE.code());
  }

  @Test
  void homeRestore_textKitOfOlderHouseholds_isRead() throws Exception {
    kit = folder.resolve("kit.txt");
    found();
    assertThat(Files.readString(kit)).startsWith("MASHRABIYA RECOVERY KIT");
    Said said = homeRestore(kit, data);
    assertThat(said.code()).as(said.all()).isZero();
  }
}
