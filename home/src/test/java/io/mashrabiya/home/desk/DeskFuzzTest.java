package io.mashrabiya.home.desk;

import static io.mashrabiya.home.desk.TestDesk.LINK;
import static io.mashrabiya.home.desk.TestDesk.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.home.desk.TestDesk.Device;
import io.mashrabiya.vault.hpke.Hpke;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Letter.Direction;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.statement.Typ;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;

/// Whatever a member puts into a letter, sealed or not: it is answered once, to the page that wrote
/// it, and nothing else happens to the desk but what the answer says.
class DeskFuzzTest {
  private static final byte[] NO_AAD = {};
  private static final int MOST_LETTERS = 1_000;

  private static House house = House.open();

  /// One for many inputs: to found a household takes a hundred times as long as a letter.
  private record House(Path temp, TestDesk desk, Device phone, Device tablet, int[] letters) {
    static House open() {
      try {
        Path temp = Files.createTempDirectory("desk-fuzz");
        TestDesk desk = new TestDesk(temp.resolve("data"));
        return new House(temp, desk, desk.enrolled("Phone"), desk.enrolled("Tablet"), new int[1]);
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    /// Whether an input could tell that others came before it.
    boolean isUsedUp() {
      return letters[0]++ >= MOST_LETTERS || desk.desk().isBehind();
    }

    void close() throws IOException {
      desk.close();
      try (var files = Files.walk(temp)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @AfterAll
  static void close() throws IOException {
    house.close();
  }

  /// The first byte is the letter's type, and whether the rest is sealed as it should be. In what
  /// is sealed, `@` stands for the tablet's id, which no seed can know.
  @FuzzTest
  void letter(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    Typ typ = Typ.values()[(input[0] & 0x7f) % Typ.values().length];
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    boolean sealed = input[0] >= 0;
    Letter letter = letter(typ, sealed ? sealed(typ, named(rest)) : rest);
    house.desk().said();
    house.desk().desk().letter(new HomeHears.Post(house.phone().id(), letter, LINK));
    List<HomeSays> said = house.desk().said();
    Answer answer = house.phone().finds(said).orElseThrow();
    assertThat(answer.request()).isEqualTo(letter.hash());
    if (!sealed) {
      assertThat(refusal(answer)).contains(RefusedReason.MALFORMED);
    }
    boolean changed = !only(HomeSays.Members.class, said).isEmpty();
    assertThat(said.size() > 1).isEqualTo(changed);
    assertThat(changed).isEqualTo(typ == Typ.REMOVE && answer instanceof Answer.Ruled);
    if (changed || house.isUsedUp()) {
      house.close();
      house = House.open();
    }
  }

  private static byte[] named(byte[] body) {
    return new String(body, StandardCharsets.ISO_8859_1)
        .replace("@", house.tablet().id().toString())
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] sealed(Typ typ, byte[] body) {
    byte[] info =
        Letter.info(
            typ, house.desk().certificate().household(), house.phone().id(), Direction.TO_HOME);
    return Hpke.seal(house.desk().certificate().kem(), info, NO_AAD, body);
  }

  private static Letter letter(Typ typ, byte[] sealed) {
    return Letter.write(
        typ,
        house.desk().certificate().household(),
        house.phone().id(),
        Direction.TO_HOME,
        sealed,
        house.phone().keys().sign());
  }

  private static Optional<RefusedReason> refusal(Answer answer) {
    return answer instanceof Answer.Refused refused
        ? Optional.of(refused.reason())
        : Optional.empty();
  }
}
