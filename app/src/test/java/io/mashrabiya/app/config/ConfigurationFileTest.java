package io.mashrabiya.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.testkit.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
  private static final CameraSettings YARD =
      new CameraSettings("Yard", new RtspAddress("192.0.2.7", 554, "/live"), Optional.empty());

  @TempDir private Path folder;

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void add_whereNoneIs_makesItForItsOwnerAlone() throws Exception {
    Path path = folder.resolve("new").resolve("house.yaml");
    ConfigurationFile file = ConfigurationFile.named(path);
    file.add(YARD);
    assertThat(file.read().cameras()).containsExactly(YARD);
    assertThat(mode(path)).isEqualTo("rw-------");
    assertThat(mode(path.getParent())).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(path.getParent())) {
      assertThat(files).containsExactly(path);
    }
  }

  @Test
  void add_throughALink_keepsTheLinkAndThePermissions() throws Exception {
    Path real = Files.writeString(folder.resolve("real.yaml"), "household:\n  name: Ours\n");
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("house.yaml"), real);
    ConfigurationFile.named(link).add(YARD);
    assertThat(link).isSymbolicLink();
    assertThat(Configuration.read(real).cameras()).containsExactly(YARD);
    assertThat(mode(real)).isEqualTo("rw-r-----");
  }

  /// As by `sudo`: the home, which is another user, has to read it still.
  @Test
  void add_toAFileOfAnother_leavesItTheirs() throws Exception {
    Needed.that(
        Files.getOwner(folder).getName().equals("root"), "a superuser", "running it as root");
    Path path = Files.writeString(folder.resolve("house.yaml"), "household:\n  name: Ours\n");
    var nobody =
        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    Files.setOwner(path, nobody);
    ConfigurationFile.named(path).add(YARD);
    assertThat(Configuration.read(path).cameras()).containsExactly(YARD);
    assertThat(Files.getOwner(path)).isEqualTo(nobody);
  }

  @Test
  void add_faultyFile_changesNothing() throws Exception {
    Path path = Files.writeString(folder.resolve("house.yaml"), "camras:\n");
    assertThatThrownBy(() -> ConfigurationFile.named(path).add(YARD))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessageContaining("did you mean `cameras`");
    assertThat(path).hasContent("camras:\n");
  }

  @Test
  void read_theUsersOwn_needNotBeThere_butANamedOneMust() throws Exception {
    Path nowhere = folder.resolve("nowhere.yaml");
    assertThat(new ConfigurationFile(nowhere, false).read()).isEqualTo(Configuration.EMPTY);
    assertThatThrownBy(() -> ConfigurationFile.named(nowhere).read())
        .isInstanceOf(ConfigurationFault.class);
  }
}
