package io.mashrabiya.vault.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityFolderTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final ServerNames NAMES = ServerNames.of(List.of("home.lan")).orElseThrow();

  @TempDir private Path temporary;

  private AuthorityFolder folder() {
    return new AuthorityFolder(temporary.resolve("tls"));
  }

  @Test
  void read_whatWasWritten_certifiesUnderTheSameRoot() throws Exception {
    var authority = HouseAuthority.make(NAMES, NOW);
    folder().write(authority);
    var read = folder().read().orElseThrow();
    assertThat(read.root()).isEqualTo(authority.root());
    read.certify(NAMES, NOW).chain().getFirst().verify(authority.issuer().getPublicKey());
  }

  @Test
  void read_nothingThere_isEmpty() throws Exception {
    assertThat(folder().read()).isEmpty();
  }

  @Test
  void write_authorityAndServer_areForTheirOwnerOnly() throws Exception {
    var authority = HouseAuthority.make(NAMES, NOW);
    folder().write(authority);
    folder().write(authority.certify(NAMES, NOW));
    assertThat(mode(folder().path())).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(folder().path())) {
      assertThat(files)
          .hasSize(5)
          .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
    }
  }

  @Test
  void read_keyThatOthersCanRead_isRefusedWithARemedy() throws Exception {
    folder().write(HouseAuthority.make(NAMES, NOW));
    Files.setPosixFilePermissions(
        folder().path().resolve("issuer-key.pem"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> folder().read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void read_damagedFile_isRefusedWithoutItsContent() throws Exception {
    for (String name : List.of("issuer-key.pem", "issuer.crt", "authority.crt")) {
      folder().write(HouseAuthority.make(NAMES, NOW));
      Files.writeString(folder().path().resolve(name), "a shopping list");
      assertThatThrownBy(() -> folder().read())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("--new")
          .hasMessageNotContaining("shopping");
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
