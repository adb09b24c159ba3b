package io.mashrabiya.app.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// Files of sentences, as translators write them.
class CatalogueTest {
  private static final String HEAD = "msgid \"\"\nmsgstr \"\"\n\"Language: ar\\n\"\n";

  @Test
  void read_entries_areKnownInTheirOrder() {
    Catalogue read =
        Catalogue.read(
            HEAD
                + "\n# a remark\nmsgid \"One.\"\nmsgstr \"I.\"\n\nmsgid \"{0}.\"\nmsgstr \"{0}!\"");
    assertThat(read.known()).containsExactly("One.", "{0}.");
    assertThat(read.of("One.")).isEqualTo("I.");
    assertThat(read.of("{0}.")).isEqualTo("{0}!");
  }

  @Test
  void read_entryInSeveralLines_isOne() {
    Catalogue read =
        Catalogue.read(HEAD + "\nmsgid \"\"\n\"One \"\n\"two.\"\nmsgstr \"\"\n\"I \"\n\"II.\"\n");
    assertThat(read.of("One two.")).isEqualTo("I II.");
  }

  @Test
  void read_escapes_areWhatTheyMean() {
    Catalogue read = Catalogue.read("msgid \"\\\"a\\\" \\\\\"\nmsgstr \"\\tb\\n\"\n");
    assertThat(read.of("\"a\" \\")).isEqualTo("\tb\n");
  }

  @Test
  void of_anythingElse_isEnglish() {
    Catalogue read = Catalogue.read("msgid \"Not yet.\"\nmsgstr \"\"\n");
    assertThat(read.of("Not yet.")).isEqualTo("Not yet.");
    assertThat(read.of("Unheard of.")).isEqualTo("Unheard of.");
  }

  @Test
  void read_aSentenceTwice_isRefused() {
    String once = "msgid \"One.\"\nmsgstr \"I.\"\n\n";
    assertThatThrownBy(() -> Catalogue.read(once + once))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("One.");
  }

  @Test
  void shipped_languageWithoutAFile_isRefused() {
    assertThatThrownBy(() -> Catalogue.shipped("tlh")).isInstanceOf(IllegalArgumentException.class);
  }
}
