package io.mashrabiya.words;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentenceTest {
  /// Turned around, so that one sees what came through it.
  private static final Tongue MIRRORED =
      new Tongue() {
        private final Map<String, String> patterns =
            Map.of(
                "{0} is no camera of {1}.", "{1} lacks {0}!", "the {0} one", "<{0}>", ", ", "; ");

        @Override
        public Locale locale() {
          return Locale.ROOT;
        }

        @Override
        public String pattern(String english) {
          return patterns.getOrDefault(english, english);
        }

        @Override
        public String value(String text) {
          return "[" + text + "]";
        }
      };

  @Test
  void toString_sentenceWithValues_isTheEnglishOne() {
    assertThat(say("{0} is no camera of {1}.", "door", 7)).hasToString("door is no camera of 7.");
  }

  @Test
  void in_otherLanguage_putsTheValuesWhereThatWantsThem() {
    assertThat(say("{0} is no camera of {1}.", "door", 7).in(MIRRORED))
        .isEqualTo("[7] lacks [door]!");
  }

  @Test
  void in_sentenceInASentence_isSaidInTheSameLanguage() {
    assertThat(say("{0} is no camera of {1}.", say("the {0} one", "red"), 7).in(MIRRORED))
        .isEqualTo("[7] lacks <[red]>!");
  }

  @Test
  void in_unknownPattern_staysEnglish() {
    assertThat(say("Never heard of {0}.", "it").in(MIRRORED)).isEqualTo("Never heard of [it].");
  }

  @Test
  void in_valueThatLooksLikeAPlace_isNoPlace() {
    assertThat(say("{0} is no camera of {1}.", "{1}$1\\", "x"))
        .hasToString("{1}$1\\ is no camera of x.");
  }

  @Test
  void then_secondSentence_standsBehindAndCanBeTakenApart() {
    Sentence both = say("It is {0}.", "broken").then("Mend it.");

    assertThat(both).hasToString("It is broken. Mend it.");
    assertThat(both.first()).hasToString("It is broken.");
    assertThat(both.rest()).hasToString("Mend it.");
    assertThat(both.rest().rest().isEmpty()).isTrue();
  }

  @Test
  void listed_severalThings_haveTheLanguagesComma() {
    assertThat(
            say("There are {0}.", Sentence.listed(List.of("a", say("the {0} one", "b"))))
                .in(MIRRORED))
        .isEqualTo("There are [a]; <[b]>.");
  }

  @Test
  void quoted_emptyText_isNothing() {
    assertThat(Sentence.quoted("").isEmpty()).isTrue();
  }

  @Test
  void of_failureWithoutWords_isWhatItCallsItself() {
    assertThat(Told.of(new IOException("Broken pipe"))).hasToString("Broken pipe");
    assertThat(Told.of(new IOException())).hasToString("IOException");
    assertThat(Told.of(new ToldException(say("Gone."))).parts().getFirst().pattern())
        .isEqualTo("Gone.");
  }

  @Test
  void equals_sameWordsOtherwisePutTogether_areEqual() {
    assertThat(say("It is {0}.", "broken")).isEqualTo(say("It is broken."));
  }
}
