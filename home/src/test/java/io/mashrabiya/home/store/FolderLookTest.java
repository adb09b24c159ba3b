package io.mashrabiya.home.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLookTest {
  @TempDir private Path folder;

  private Path home() {
    return folder.resolve("home");
  }

  private HomeFolder found(Optional<Path> kit) throws IOException {
    return ((HomeFolder.Opening.Opened)
            HomeFolder.open(home(), new Founding("Us", kit), InstantSource.system()))
        .folder();
  }

  @Test
  void look_atNoFolder_isAbsentAndMakesNone() throws IOException {
    assertThat(FolderLook.at(home())).isEqualTo(new FolderLook.Absent());
    assertThat(home()).doesNotExist();
  }

  @Test
  void look_atAnEmptyFolder_isUnfounded_andAtOtherFilesForeign() throws IOException {
    Files.createDirectory(home());
    assertThat(FolderLook.at(home())).isEqualTo(new FolderLook.Unfounded());
    Files.writeString(home().resolve("letter.txt"), "mine");
    assertThat(FolderLook.at(home())).isEqualTo(new FolderLook.Foreign());
  }

  @Test
  void look_atAHousehold_changesNothing_evenWhileItIsHeld() throws IOException {
    try (HomeFolder held = found(Optional.empty())) {
      Files.writeString(home().resolve(".state.json1.new"), "unfinished");
      Files.setPosixFilePermissions(home(), PosixFilePermissions.fromString("rwxr-x---"));
      assertThat(FolderLook.at(home()))
          .isEqualTo(new FolderLook.Household(Optional.empty(), false));
      try (Stream<Path> files = Files.list(home())) {
        assertThat(files)
            .extracting(file -> file.getFileName().toString())
            .contains(".state.json1.new");
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home())))
          .isEqualTo("rwxr-x---");
      assertThat(held.household()).isNotNull();
    }
  }

  @Test
  void held_isTold_andNothingIsMade() throws IOException {
    assertThat(FolderLook.isHeld(home())).isFalse();
    Files.createDirectory(home());
    assertThat(FolderLook.isHeld(home())).isFalse();
    assertThat(home()).isEmptyDirectory();
    try (HomeFolder held = found(Optional.empty())) {
      assertThat(FolderLook.isHeld(home())).isTrue();
      assertThat(held.household()).isNotNull();
    }
    assertThat(FolderLook.isHeld(home())).isFalse();
    found(Optional.empty()).close(); // the question has not kept it
    assertThat(FolderLook.isHeld(Files.writeString(folder.resolve("file"), ""))).isFalse();
  }

  @Test
  void look_kit_isToldWhileItLies() throws IOException {
    Path kit = folder.resolve("kit.txt");
    found(Optional.of(kit)).close();
    assertThat(FolderLook.at(home())).isEqualTo(new FolderLook.Household(Optional.of(kit), false));
    Files.delete(kit);
    assertThat(FolderLook.at(home())).isEqualTo(new FolderLook.Household(Optional.empty(), false));
  }

  @Test
  void look_atDamage_isRefusedInTheWordsOfAStart() throws IOException {
    found(Optional.empty()).close();
    Files.writeString(home().resolve("state.json"), "{");
    FolderLook look = FolderLook.at(home());
    var founding = new Founding("Us", Optional.empty());
    assertThat(HomeFolder.open(home(), founding, InstantSource.system()))
        .isEqualTo(new HomeFolder.Opening.Refused(((FolderLook.Refused) look).why()));
    Files.delete(home().resolve("keys.json"));
    assertThat(FolderLook.at(home())).isInstanceOf(FolderLook.Refused.class);
  }
}
