package io.mashrabiya.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Latin words within Arabic; a `|` shows where a mark is set.
class TranslationPatternTest {
  @ParameterizedTest
  @CsvSource({
    "اكتب --data.,              اكتب |--data|.",
    "بالخيار --kit -.,          بالخيار |--kit| -.",
    "شغّل `mashrabiya tls home.lan` مرة, شغّل |`mashrabiya tls home.lan`| مرة",
    "اكتب NAME=rtsp://...,      اكتب |NAME=rtsp://...|",
    "يبدأ بـ https://: صحّح,     يبدأ بـ |https://|: صحّح",
    "هذه (SHA-256): {0},        هذه (SHA-256): {0}",
    "aac وopus,                 aac وopus",
    "مثل 2026-12-24 أو sunday,   مثل |2026-12-24| أو sunday",
    "الأوامر:%n,                الأوامر:%n",
    "من 1 إلى 64 حرفًا,          من 1 إلى 64 حرفًا",
    "{0}: {1},                  {0}: {1}",
  })
  void pattern_withLatinWords_marksTheirEnds(String arabic, String marked) {
    var tongue =
        new Translation(
            Locale.of("ar"), Catalogue.read("msgid \"x\"\nmsgstr \"" + arabic + "\"\n"));
    assertThat(tongue.pattern("x").replace('\u200E', '|')).isEqualTo(marked);
  }

  @Test
  void value_thatWouldEndItsIsolate_staysWithinIt() {
    var tongue = new Translation(Locale.of("ar"), Catalogue.read(""));
    assertThat(tongue.value("door\u2069\u202E!")).isEqualTo("\u2068door!\u2069");
  }
}
