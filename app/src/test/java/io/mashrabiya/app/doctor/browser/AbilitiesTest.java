package io.mashrabiya.app.doctor.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbilitiesTest {
  private static byte[] allBut(Ability missing) {
    JsonBuilder json = Json.object();
    for (Ability ability : Ability.values()) {
      json.put(ability.key(), ability != missing);
    }
    return json.build().bytes();
  }

  @Test
  void parse_whatThePageTells_isWhatIsThere() throws Malformed {
    assertThat(Abilities.parse(allBut(Ability.H265)).there())
        .hasSize(Ability.values().length - 1)
        .doesNotContain(Ability.H265);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"aac\":1}", "{\"aac\":true,\"zz\":true}"})
  void parse_anythingElse_isMalformed(String text) {
    assertThatThrownBy(() -> Abilities.parse(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void missing_whatAllNeed_isAFault_whatSoundNeedsIsAdvised() {
    assertThat(Ability.ED25519.missing())
        .isInstanceOfSatisfying(
            Verdict.Fault.class, fault -> assertThat(fault.remedy()).asString().contains("Chrome"));
    assertThat(Ability.OPUS.missing()).isInstanceOf(Verdict.Advice.class);
    assertThat(Ability.H265.missing())
        .isInstanceOfSatisfying(
            Verdict.Advice.class,
            advice -> assertThat(advice.remedy()).asString().contains("H.264"));
  }
}
