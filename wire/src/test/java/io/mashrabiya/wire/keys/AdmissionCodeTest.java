package io.mashrabiya.wire.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.wire.codec.Malformed;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionCodeTest {
  private final AdmissionCode code = AdmissionCode.random(new SecureRandom());

  @Test
  void parse_itsWords_isTheSame() throws Malformed {
    assertThat(code.words()).hasSize(26);
    assertThat(AdmissionCode.parse(code.words())).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hkjljmujisrsjfksgtz7hegqx",
        "hkjljmujisrsjfksgtz7hegqxmm",
        "HKJLJMUJISRSJFKSGTZ7HEGQXM",
        "hkjljmujisrsjfksgtz7hegqx1",
        "hkjljmujisrsjfksgtz7hegqxn",
      })
  void parse_anythingElse_isMalformed(String text) {
    assertThatThrownBy(() -> AdmissionCode.parse(text)).isInstanceOf(Malformed.class);
  }

  @Test
  void hash_ofNothingButZeros_isThatOfItsLabelAndThem() {
    // printf 'mashrabiya/v1/relay-admission\\0' and 16 zero bytes, through sha256sum
    assertThat(HexFormat.of().formatHex(new AdmissionCode(new byte[16]).hash()))
        .isEqualTo("f0fdfb5b301a94443f2cea657162f684cc3cf7324d10e62325a0b2b9acc464bb");
  }

  @Test
  void toString_showsNothingOfIt() {
    assertThat(code).hasToString("AdmissionCode[redacted]");
  }
}
