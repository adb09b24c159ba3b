package io.mashrabiya.wire.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.wire.TestKeys;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.keys.Sha256;
import io.mashrabiya.wire.letter.Letter.Direction;
import io.mashrabiya.wire.statement.Typ;
import org.junit.jupiter.api.Test;

class LetterTest {
  private final HouseholdId household = HouseholdId.of(TestKeys.of("root").verifying());
  private final TestKeys keys = TestKeys.of("device");
  private final DeviceId device = DeviceId.of(household, keys.verifying());

  private Letter letter(Direction direction) {
    return Letter.write(Typ.OPEN, household, device, direction, new byte[] {9, 9}, keys.signer());
  }

  @Test
  void parse_inItsDirection_comesBack() throws Malformed {
    for (Direction direction : Direction.values()) {
      var read = Letter.parse(letter(direction).statement().text(), direction);
      assertThat(read.household()).isEqualTo(household);
      assertThat(read.device()).isEqualTo(device);
      assertThat(read.sealed()).containsExactly(9, 9);
      assertThat(read.statement().verifiedBy(keys.verifying())).isTrue();
    }
  }

  @Test
  void parse_inTheOtherDirection_isMalformed() {
    String text = letter(Direction.TO_HOME).statement().text();
    assertThatThrownBy(() -> Letter.parse(text, Direction.TO_DEVICE)).isInstanceOf(Malformed.class);
  }

  @Test
  void parse_statementThatIsNoLetter_isMalformed() {
    var list =
        Letter.write(
            Typ.MEMBER_LIST, household, device, Direction.TO_HOME, new byte[9], keys.signer());
    assertThatThrownBy(() -> Letter.parse(list.statement().text(), Direction.TO_HOME))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("letter.typ");
  }

  @Test
  void parse_fromDeviceTooLong_isMalformed() {
    var long1 =
        Letter.write(
            Typ.OPEN, household, device, Direction.TO_HOME, new byte[60_000], keys.signer());
    assertThatThrownBy(() -> Letter.parse(long1.statement().text(), Direction.TO_HOME))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void parse_fromDeviceAsLongAsMayBe_isLookedInto() {
    String most = "a".repeat(Letter.MAX_CHARACTERS_FROM_DEVICE);
    assertThatThrownBy(() -> Letter.parse(most, Direction.TO_HOME))
        .hasMessageContaining("statement");
    assertThatThrownBy(() -> Letter.parse(most + "a", Direction.TO_HOME))
        .hasMessageContaining("letter");
  }

  private static byte[] joined(byte[] label, byte[] sender, byte[] recipient) {
    return new ByteWriter(label.length + sender.length + recipient.length)
        .put(label)
        .put(sender)
        .put(recipient)
        .finish();
  }

  @Test
  void info_isTypeSenderAndRecipient() {
    byte[] label = ByteWriter.label("mashrabiya/v1/open");
    assertThat(letter(Direction.TO_HOME).info())
        .isEqualTo(joined(label, device.bytes(), household.bytes()));
    assertThat(letter(Direction.TO_DEVICE).info())
        .isEqualTo(joined(label, household.bytes(), device.bytes()));
  }

  @Test
  void info_differsByTypeDirectionAndParties() {
    byte[] info = Letter.info(Typ.OPEN, household, device, Direction.TO_HOME);
    assertThat(info)
        .isNotEqualTo(Letter.info(Typ.BEAT, household, device, Direction.TO_HOME))
        .isNotEqualTo(Letter.info(Typ.OPEN, household, device, Direction.TO_DEVICE))
        .isNotEqualTo(Letter.info(Typ.OPEN, household, new DeviceId(1, 1), Direction.TO_HOME));
  }

  @Test
  void hash_isOfTheExactText() {
    var letter = letter(Direction.TO_HOME);
    assertThat(letter.hash()).isEqualTo(new RequestHash(Sha256.of(letter.statement().text())));
  }

  @Test
  void toString_holdsNoSealedByte() {
    assertThat(letter(Direction.TO_HOME))
        .hasToString("Letter[mashrabiya/v1/open, %s, %s]".formatted(household, device));
  }
}
