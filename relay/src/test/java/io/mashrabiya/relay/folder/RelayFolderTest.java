package io.mashrabiya.relay.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.relay.admit.CodeHash;
import io.mashrabiya.relay.admit.Register;
import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.relay.rollout.Change;
import io.mashrabiya.relay.rollout.Ledger;
import io.mashrabiya.relay.rollout.Reason;
import io.mashrabiya.relay.rollout.Share;
import io.mashrabiya.wire.keys.AdmissionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void store_ledger_isReadAgainTheSameAndByItsOwnerOnly() throws IOException {
    var ledger =
        new Ledger(Map.of("later-change", new Share(7)), List.of())
            .with(
                Change.POOR_LINE_STILLS, new Share(500), new Reason("أول البيوت \"\\\" 👩‍🚒"), NOW)
            .with(Change.POOR_LINE_STILLS, Share.NONE, new Reason("x".repeat(200)), NOW);
    folder.store(ledger);
    assertThat(folder.ledger()).isEqualTo(ledger);
    assertThat(folder.register()).isEqualTo(Register.EMPTY);
    Path file = temp.resolve("relay").resolve("rollout.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void ledger_ofAFolderThatHasNone_isEmpty() throws IOException {
    folder.store(Register.EMPTY);
    assertThat(folder.ledger()).isEqualTo(Ledger.EMPTY);
  }

  /// A file of the most steps with the longest reasons is far from the most that is read.
  @Test
  void store_ledgerThatIsFull_isReadAgain() throws IOException {
    Ledger ledger = Ledger.EMPTY;
    for (int step = 0; step <= Ledger.MOST_STEPS; step++) {
      var why = new Reason("\uFFFD".repeat(Reason.MOST_CHARACTERS));
      ledger = ledger.with(Change.POOR_LINE_STILLS, new Share(step), why, NOW);
    }
    folder.store(ledger);
    assertThat(folder.ledger()).isEqualTo(ledger);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"format\":\"mashrabiya/v1/relay-homes\",\"shares\":[],\"steps\":[]}",
        "{\"format\":\"mashrabiya/v1/relay-rollout\",\"shares\":[],\"steps\":[],\"who\":1}",
        "{\"format\":\"mashrabiya/v1/relay-rollout\",\"shares\":[{\"change\":\"a\",\"perTenThousand\":10001}],\"steps\":[]}",
        "{\"format\":\"mashrabiya/v1/relay-rollout\",\"shares\":[{\"change\":\"../a\",\"perTenThousand\":1}],\"steps\":[]}",
        "{\"format\":\"mashrabiya/v1/relay-rollout\",\"shares\":[{\"change\":\"a\",\"perTenThousand\":1},{\"change\":\"a\",\"perTenThousand\":0}],\"steps\":[]}",
        "{\"format\":\"mashrabiya/v1/relay-rollout\",\"shares\":[],\"steps\":[{\"afterPerTenThousand\":0,\"atMicros\":1,\"beforePerTenThousand\":1,\"change\":\"a\",\"reason\":\"\\u001b[2J\"}]}",
      })
  void ledger_thatIsNone_isRefusedAndNotTakenForEmpty(String text) throws IOException {
    Files.writeString(temp.resolve("relay").resolve("rollout.json"), text);
    assertThatThrownBy(folder::ledger)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("rollout.json is damaged");
  }

  @Test
  void ledger_ofMoreStepsThanAreKept_isRefused() throws IOException {
    String step =
        "{\"afterPerTenThousand\":0,\"atMicros\":1,\"beforePerTenThousand\":1,\"change\":\"a\",\"reason\":\"b\"}";
    for (int steps : new int[] {Ledger.MOST_STEPS, Ledger.MOST_STEPS + 1}) {
      String all = String.join(",", Collections.nCopies(steps, step));
      Files.writeString(
          temp.resolve("relay").resolve("rollout.json"),
          "{\"format\":\"mashrabiya/v1/relay-rollout\",\"shares\":[],\"steps\":[" + all + "]}");
      if (steps == Ledger.MOST_STEPS) {
        assertThat(folder.ledger().steps()).hasSize(steps);
      } else {
        assertThatThrownBy(folder::ledger).hasMessageContaining("rollout.json is damaged");
      }
    }
  }

  @Test
  void take_whileAnotherHoldsIt_isRefusedUntilItGivesItUp() throws IOException {
    RelayFolder other = RelayFolder.at(temp.resolve("relay"));
    assertThatThrownBy(other::take).isInstanceOf(FolderInUse.class);
    folder.release();
    other.take();
    assertThatThrownBy(() -> folder.store(Register.EMPTY)).hasMessageContaining("another relay");
    assertThatThrownBy(() -> folder.store(Ledger.EMPTY)).hasMessageContaining("another relay");
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
