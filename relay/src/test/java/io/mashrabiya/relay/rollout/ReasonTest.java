package io.mashrabiya.relay.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "first homes",
        "لا تصل الصور إلى القرية",
        "می\u200cبینند", // a joiner between letters
        "\u200Fعربي (LTR) \u200Eok",
        "👩\u200D🚒 on fire",
        "a"
      })
  void fits_wordsOfOneLine_do(String typed) {
    assertThat(Reason.of(typed)).get().extracting(Reason::text).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u3000",
        "two\nlines",
        "two\u2028lines",
        "two\u0085lines",
        "\u001b[2Jwiped",
        "\u009b2Jwiped",
        "nul\0",
        "turned \u202Edrawkcab",
        "isolated \u2066",
        "half \uD83D"
      })
  void fits_whatWouldNotStayInItsLine_doesNot(String typed) {
    assertThat(Reason.of(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {Reason.MOST_CHARACTERS, Reason.MOST_CHARACTERS + 1})
  void fits_upToTheMostCharacters_does(int characters) {
    assertThat(Reason.fits("x".repeat(characters))).isEqualTo(characters <= Reason.MOST_CHARACTERS);
  }
}
