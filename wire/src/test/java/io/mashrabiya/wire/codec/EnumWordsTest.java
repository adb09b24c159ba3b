package io.mashrabiya.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnumWordsTest {
  private enum Weather {
    FAIR,
    NOT_SO_FAIR
  }

  @Test
  void of_value_isItsNameInLowerCaseWithHyphens() {
    assertThat(EnumWords.of(Weather.NOT_SO_FAIR)).isEqualTo("not-so-fair");
  }

  @ParameterizedTest
  @EnumSource
  void parse_wordsOfAValue_isThatValue(Weather weather) throws Malformed {
    assertThat(EnumWords.parse("weather", EnumWords.of(weather), Weather.values()))
        .isEqualTo(weather);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Fair", "FAIR", "not_so_fair", "not so fair", "fair ", "foul"})
  void parse_anythingElse_isMalformed(String text) {
    assertThatThrownBy(() -> EnumWords.parse("weather", text, Weather.values()))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("weather");
  }
}
