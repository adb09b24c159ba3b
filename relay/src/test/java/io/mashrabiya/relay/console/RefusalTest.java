package io.mashrabiya.relay.console;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.Sentence;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
  private static final Sentence WORDS = say("It takes no {0}.", "codes").then("Set another.");

  @Test
  void bytes_aSentence_saysItInEnglishAndInItsParts() {
    assertThat(new String(new Refusal(WORDS).bytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"said":["+It takes no {0}.","=codes","+Set another."],\
            "words":"It takes no codes. Set another."}\
            """);
  }

  @Test
  void read_whatWasWritten_hasTheSameParts() throws Exception {
    Sentence read = Refusal.read(new Refusal(WORDS).bytes()).words();
    assertThat(read).isEqualTo(WORDS);
    assertThat(read.parts()).hasSameSizeAs(WORDS.parts());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "It does not.",
        "{\"words\":\"x\"}",
        "{\"said\":[1],\"words\":\"x\"}",
        "{\"said\":[\"x\"],\"words\":\"x\"}",
        "{\"said\":[\"+x\",\"(\"],\"words\":\"x\"}"
      })
  void read_anythingElse_isMalformed(String text) {
    assertThatThrownBy(() -> Refusal.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Malformed.class);
  }
}
