package io.mashrabiya.wire.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.mashrabiya.wire.TestKeys;
import io.mashrabiya.wire.Vectors;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.KemKey;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HomeCertificateTest {
  static Stream<Arguments> good() {
    return Vectors.of("certificates", "good");
  }

  static Stream<Arguments> unproven() {
    return Vectors.of("certificates", "unproven");
  }

  static Stream<Arguments> malformed() {
    return Vectors.of("certificates", "malformed");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void verify_goodCertificate_isReadAndIssuedTheSame(String name, JsonObject vector)
      throws Malformed {
    var certificate = HomeCertificate.verify(Vectors.text(vector, "text")).orElseThrow();
    assertThat(certificate.household()).hasToString(Vectors.text(vector, "household"));
    assertThat(certificate.serial()).isEqualTo(vector.get("serial").getAsLong());
    assertThat(certificate.sign().bytes()).isEqualTo(Vectors.hex(vector, "sign"));
    assertThat(certificate.kem()).isEqualTo(new KemKey(Vectors.hex(vector, "kem")));
    var root = TestKeys.of("root");
    var again =
        HomeCertificate.issue(
            root.verifying(),
            certificate.serial(),
            certificate.sign(),
            certificate.kem(),
            root.signer());
    assertThat(again).isEqualTo(certificate);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unproven")
  void verify_thatProvesNothing_isEmpty(String why, JsonObject vector) throws Malformed {
    assertThat(HomeCertificate.verify(Vectors.text(vector, "text"))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void verify_otherForm_isMalformed(String why, JsonObject vector) {
    assertThatThrownBy(() -> HomeCertificate.verify(Vectors.text(vector, "text")))
        .isInstanceOf(Malformed.class);
  }
}
