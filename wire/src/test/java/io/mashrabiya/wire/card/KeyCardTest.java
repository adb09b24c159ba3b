package io.mashrabiya.wire.card;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.wire.TestKeys;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;
import io.mashrabiya.wire.statement.Version;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyCardTest {
  private final HouseholdId household = HouseholdId.of(TestKeys.of("root").verifying());
  private final DeviceId device = DeviceId.of(household, TestKeys.of("device").verifying());
  private final TestKeys home = TestKeys.of("home");
  private final KeyCard card =
      KeyCard.issue(household, device, new Version(7, 2), new byte[] {1, 2, 3}, home.signer());

  @Test
  void parse_whatWasIssued_isTheSame() throws Malformed {
    var read = KeyCard.parse(card.statement().text());
    assertThat(read.household()).isEqualTo(household);
    assertThat(read.device()).isEqualTo(device);
    assertThat(read.version()).isEqualTo(new Version(7, 2));
    assertThat(read.sealed()).containsExactly(1, 2, 3);
    assertThat(read.signedBy(home.verifying())).isTrue();
    assertThat(read.signedBy(TestKeys.of("other").verifying())).isFalse();
  }

  @Test
  void parse_statementOfAnotherType_isMalformed() {
    var other =
        Statement.sign(Typ.MEMBER_LIST, (Json.Members) card.statement().payload(), home.signer());
    assertThatThrownBy(() -> KeyCard.parse(other.text())).isInstanceOf(Malformed.class);
  }

  /// Room for 1,024 keys and no byte more.
  @Test
  void parse_sealedBytesOfAFullCard_areTheMost() throws Malformed {
    assertThat(KeyCard.parse(sealedOf(57_394)).sealed()).hasSize(57_394);
    assertThatThrownBy(() -> KeyCard.parse(sealedOf(57_395))).isInstanceOf(Malformed.class);
  }

  private String sealedOf(int bytes) {
    return KeyCard.issue(household, device, new Version(7, 2), new byte[bytes], home.signer())
        .statement()
        .text();
  }

  @Test
  void info_isTheLabelOfCards() {
    assertThat(KeyCard.info()).asString(US_ASCII).isEqualTo("mashrabiya/v1/key-card");
  }

  @Test
  void additionalData_isHouseholdDeviceVersionAndKey() {
    var kem = new KemKey(HexFormat.of().parseHex("11".repeat(32)));
    byte[] data = KeyCard.additionalData(household, device, new Version(7, 2), kem);
    assertThat(HexFormat.of().formatHex(Arrays.copyOfRange(data, 36, data.length)))
        .isEqualTo("00000000000000070000000000000002" + "11".repeat(32));
    assertThat(Arrays.copyOf(data, 20)).isEqualTo(household.bytes());
    assertThat(Arrays.copyOfRange(data, 20, 36)).isEqualTo(device.bytes());
  }

  @Test
  void toString_namesNoSealedByte() {
    assertThat(card)
        .hasToString("KeyCard[%s, %s, %s]".formatted(household, device, new Version(7, 2)));
  }
}
