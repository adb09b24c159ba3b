package io.mashrabiya.words;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TranscriptTest {
  private static final Sentence NESTED =
      say("Of {0}: {1}", "Front door", say("Port {0} is closed.", 554).then("Open it."))
          .then("Then try again.");

  /// Shouts its patterns, and leaves the values.
  private static final Tongue LOUD =
      new Tongue() {
        @Override
        public Locale locale() {
          return Locale.ENGLISH;
        }

        @Override
        public String pattern(String english) {
          return english.toUpperCase(Locale.ROOT);
        }

        @Override
        public String value(String text) {
          return text;
        }
      };

  private static Sentence crossed(Sentence sentence) {
    return Transcript.read(Transcript.of(sentence)).orElseThrow();
  }

  @Test
  void of_aSentence_isAListOfTexts() {
    assertThat(Transcript.of(NESTED))
        .containsExactly(
            "+Of {0}: {1}",
            "=Front door",
            "(",
            "+Port {0} is closed.",
            "=554",
            "+Open it.",
            ")",
            "+Then try again.");
  }

  @Test
  void read_whatWasWritten_isSaidInAnyLanguage() {
    assertThat(crossed(NESTED).in(LOUD))
        .isEqualTo("OF Front door: PORT 554 IS CLOSED. OPEN IT. THEN TRY AGAIN.");
  }

  static Stream<Sentence> sentences() {
    return Stream.of(
        Sentence.NOTHING,
        Sentence.quoted("+("),
        say(""),
        say("{0}", ""),
        say("{0}", Sentence.NOTHING),
        say("{0}", NESTED.parts().getFirst()),
        say("Choose one of {0}.", Sentence.listed(List.of("a", "b"))));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void read_anySentence_saysTheSame(Sentence sentence) {
    assertThat(crossed(sentence)).hasToString(sentence.toString());
  }

  @Test
  void read_aSentenceBeyondAllBounds_isShorterAndInEnglish() {
    Sentence deep = say("x");
    for (int i = 0; i < 50; i++) {
      deep = say("{0}!", deep);
    }
    assertThat(crossed(deep)).hasToString(deep.toString());
    Sentence longer = Sentence.quoted("y".repeat(1 << 20));
    assertThat(crossed(longer).toString()).startsWith("yyy").hasSizeLessThan(1 << 14);
  }

  static Stream<List<String>> hostile() {
    return Stream.of(
        List.of(""),
        List.of("x"),
        List.of("=x"),
        List.of("("),
        List.of(")"),
        List.of("+x", ")"),
        List.of("+x", "("),
        List.of("+x", "(", "=y", ")"),
        List.of("+x", "(y", ")"),
        List.of("+x", "(", "+y", ")z"),
        List.of("+x", "(", "+y", "=z"),
        Collections.nCopies(Transcript.MOST_TEXTS + 1, "+x"),
        Stream.concat(
                Collections.nCopies(100, List.of("+{0}", "(")).stream().flatMap(List::stream),
                Collections.nCopies(100, ")").stream())
            .toList(),
        List.of("+" + "x".repeat(1 << 20)));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void read_anythingElse_isRefused(List<String> texts) {
    assertThat(Transcript.read(texts)).isEmpty();
  }

  /// Else a few texts could say a text without end: each place holds what has places again.
  @Test
  void read_patternWithAPlaceTwiceOrWithoutEnd_isNone() {
    assertThat(Transcript.read(List.of("+{0}{0}", "=x"))).isEmpty();
    assertThat(Transcript.read(List.of("+{0}", "(", "+{0} {0}", "=x", ")"))).isEmpty();
    assertThat(Transcript.read(List.of("+" + "a ".repeat(501)))).isEmpty();
    assertThat(Transcript.read(List.of("+{0}{1}", "=x", "=y"))).isPresent();
  }
}
