package io.mashrabiya.app.terminal;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.words.Tongue;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What is spoken and what is printed, in a language that doubles its words and brackets values.
class VoiceTest {
  private final StringWriter printed = new StringWriter();
  private final Voice voice = new Voice(printed, new Doubled());

  private record Doubled() implements Tongue {
    @Override
    public Locale locale() {
      return Locale.ROOT;
    }

    @Override
    public String pattern(String english) {
      return english + english;
    }

    @Override
    public String value(String text) {
      return "\u2068" + text + "\u2069";
    }
  }

  private List<String> lines() {
    return printed.toString().lines().toList();
  }

  @Test
  void println_aSentence_isSaidInTheLanguage() {
    voice.println(say("Ho "));
    voice.println((Object) "Ho ");
    voice.print(say("{0}", 1));
    assertThat(lines()).containsExactly("Ho Ho ", "Ho ", "\u20681\u2069\u20681\u2069");
  }

  @Test
  void println_data_standsAsItIs() {
    voice.println("http://localhost:8080/#pair/x");
    assertThat(lines()).containsExactly("http://localhost:8080/#pair/x");
  }

  @Test
  void indented_isBehindTwoSpaces() {
    voice.println(Layout.indented(say("a")));
    assertThat(lines()).containsExactly("  aa");
  }

  @Test
  void row_isMeasuredAfterTranslation_withoutWhatTakesNoPlace() {
    voice.println(Layout.row(List.of(4, 2), say("ab"), "c", say("d")));
    voice.println(Layout.row(List.of(4, 2), "a\u064Bb", "longer", "e"));
    assertThat(lines())
        .containsExactly(
            "\u2068abab\u2069  \u2068c\u2069   \u2068dd\u2069",
            "\u2068a\u064Bb\u2069    \u2068longer\u2069  \u2068e\u2069");
  }
}
