package io.mashrabiya.app.doctor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.wire.codec.Malformed;

/// Whatever a browser tells, it is abilities or malformed.
class AbilitiesFuzzTest {
  @FuzzTest
  void parse(byte[] text) {
    try {
      assertThat(Abilities.parse(text).there()).hasSizeLessThanOrEqualTo(Ability.values().length);
    } catch (Malformed expected) {
      assertThat(expected).hasMessageContaining("abilities");
    }
  }
}
