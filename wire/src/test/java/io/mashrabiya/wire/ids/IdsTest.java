package io.mashrabiya.wire.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.mashrabiya.wire.Vectors;
import io.mashrabiya.wire.codec.ByteReader;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.VerifyingKey;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdsTest {
  static Stream<Arguments> good() {
    return Vectors.of("ids", "good");
  }

  static Stream<Arguments> bad() {
    return Vectors.of("ids", "bad");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void id_ofKeyOrText_isTheVector(String kind, JsonObject vector) throws Malformed {
    String text = Vectors.text(vector, "text");
    byte[] bytes =
        switch (kind) {
          case "household" -> {
            var id = HouseholdId.of(new VerifyingKey(Vectors.hex(vector, "key")));
            assertThat(HouseholdId.parse(text)).isEqualTo(id).hasToString(text);
            assertThat(HouseholdId.read(new ByteReader("id", id.bytes()))).isEqualTo(id);
            yield id.bytes();
          }
          case "device" -> {
            var household = HouseholdId.parse(Vectors.text(vector, "household"));
            var id = DeviceId.of(household, new VerifyingKey(Vectors.hex(vector, "key")));
            assertThat(DeviceId.parse(text)).isEqualTo(id).hasToString(text);
            yield id.bytes();
          }
          default -> {
            var id = CameraId.of(Vectors.hex(vector, "bytes"));
            assertThat(CameraId.parse(text)).isEqualTo(id).hasToString(text);
            yield id.bytes();
          }
        };
    assertThat(bytes).isEqualTo(Vectors.hex(vector, "bytes"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void parse_anyOtherText_isMalformed(String why, JsonObject vector) {
    String text = Vectors.text(vector, "text");
    assertThatThrownBy(
            () -> {
              if (Vectors.text(vector, "kind").equals("household")) {
                HouseholdId.parse(text);
              } else {
                CameraId.parse(text);
              }
            })
        .isInstanceOf(Malformed.class);
  }

  @Test
  void compareTo_isByBytes_unsigned() {
    var low = DeviceId.of(new byte[16]);
    byte[] highest = new byte[16];
    highest[0] = (byte) 0x80;
    assertThat(low).isLessThan(DeviceId.of(highest));
    assertThat(new CameraId(1, 2)).isLessThan(new CameraId(1, -1)).isLessThan(new CameraId(2, 0));
  }

  @Test
  void of_otherThan16Bytes_isAnErrorOfTheProgram() {
    assertThatThrownBy(() -> CameraId.of(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CameraId.of(new byte[17]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DeviceId.of(new byte[17]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> InviteId.of(new byte[17]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
