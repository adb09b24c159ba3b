package io.mashrabiya.relay.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.relay.admit.CodeHash;
import io.mashrabiya.relay.admit.Register;
import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.wire.keys.AdmissionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayFolderTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

  @TempDir private Path temp;
  private RelayFolder folder;

  @BeforeEach
  void open() throws IOException {
    folder = RelayFolder.at(temp.resolve("relay"));
    folder.take();
  }

  @Test
  void store_register_isReadAgainTheSameAndByItsOwnerOnly() throws IOException {
    var code = new AdmissionCode(new byte[16]);
    var register =
        Register.EMPTY
            .admit(new TestHousehold().id(), NOW)
            .dismiss(new TestHousehold().id(), NOW)
            .suspend(new TestHousehold().id(), NOW)
            .invite(CodeHash.of(code), NOW.plusSeconds(60), NOW);
    folder.store(register);
    assertThat(folder.register()).isEqualTo(register);
    Path file = temp.resolve("relay").resolve("homes.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    assertThat(Files.readString(file)).doesNotContain(code.words(), code.text());
  }

  @Test
  void register_ofAFolderThatHasNone_isEmpty() throws IOException {
    assertThat(folder.register()).isEqualTo(Register.EMPTY);
  }

  @Test
  void register_damaged_isRefusedAndNotTakenForEmpty() throws IOException {
    folder.store(Register.EMPTY);
    Path file = temp.resolve("relay").resolve("homes.json");
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() - 1));
    assertThatThrownBy(folder::register)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("homes.json is damaged");
  }

  @Test
  void take_whileAnotherHoldsIt_isRefusedUntilItGivesItUp() throws IOException {
    RelayFolder other = RelayFolder.at(temp.resolve("relay"));
    assertThatThrownBy(other::take).isInstanceOf(FolderInUse.class);
    folder.release();
    other.take();
    assertThatThrownBy(() -> folder.store(Register.EMPTY)).hasMessageContaining("another relay");
  }

  @Test
  void publish_byASuccessor_isNotUndoneByTheOneBefore() throws IOException {
    Path link = temp.resolve("relay").resolve(RelayFolder.SOCKET);
    folder.publish();
    folder.release();
    RelayFolder other = RelayFolder.at(temp.resolve("relay"));
    other.take();
    other.publish();
    folder.close();
    assertThat(Files.readSymbolicLink(link)).isEqualTo(other.ownSocket().getFileName());
    other.close();
    assertThat(link).doesNotExist();
  }

  @Test
  void tidy_afterARelayThatWasKilled_takesItsSocketAndItsHalfFileAway() throws IOException {
    Path stale = Files.createFile(temp.resolve("relay").resolve("relay-12ab.sock"));
    Path half = Files.createFile(temp.resolve("relay").resolve(".homes.json1.new"));
    folder.tidy();
    assertThat(stale).doesNotExist();
    assertThat(half).doesNotExist();
  }
}
