package io.mashrabiya.wire.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.mashrabiya.wire.TestKeys;
import io.mashrabiya.wire.Vectors;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.statement.Version;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MemberListTest {
  static Stream<Arguments> good() {
    return Vectors.of("member-lists", "good");
  }

  static Stream<Arguments> unproven() {
    return Vectors.of("member-lists", "unproven");
  }

  static Stream<Arguments> malformed() {
    return Vectors.of("member-lists", "malformed");
  }

  private static HomeCertificate certificate() throws Malformed {
    return HomeCertificate.verify(Vectors.text(Vectors.file("member-lists"), "certificate"))
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void verify_goodList_isReadAndIssuedTheSame(String name, JsonObject vector) throws Malformed {
    var list = MemberList.verify(Vectors.text(vector, "text"), certificate()).orElseThrow();
    assertThat(list.version())
        .isEqualTo(
            new Version(vector.get("serial").getAsLong(), vector.get("version").getAsLong()));
    assertThat(list.edition().ruled())
        .isEqualTo(Micros.instant(vector.get("ruledMicros").getAsLong()));
    assertThat(list.members().keySet().stream().map(DeviceId::toString))
        .containsExactlyElementsOf(
            StreamSupport.stream(vector.getAsJsonArray("devices").spliterator(), false)
                .map(device -> device.getAsString())
                .toList());
    var again =
        MemberList.issue(
            list.household(), list.edition(), list.members(), TestKeys.of("home").signer());
    assertThat(again).isEqualTo(list);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unproven")
  void verify_notOfThisHome_isEmpty(String why, JsonObject vector) throws Malformed {
    assertThat(MemberList.verify(Vectors.text(vector, "text"), certificate())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void verify_otherForm_isMalformed(String why, JsonObject vector) {
    assertThatThrownBy(() -> MemberList.verify(Vectors.text(vector, "text"), certificate()))
        .isInstanceOf(Malformed.class);
  }
}
