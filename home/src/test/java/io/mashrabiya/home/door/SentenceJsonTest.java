package io.mashrabiya.home.door;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceJsonTest {
  private static final Sentence CLOSED =
      say("Of {0}: {1}", "الباب", say("Port {0} is closed.", 554)).then("Open \"it\".");

  private static Sentence read(String json) throws Malformed {
    return Fields.read("refusal", json.getBytes(StandardCharsets.UTF_8), SentenceJson::read);
  }

  private static String written(Sentence sentence) {
    return SentenceJson.put(sentence, Json.object()).build().text();
  }

  @Test
  void put_aSentence_saysItInEnglishAndInItsParts() {
    assertThat(written(CLOSED))
        .isEqualTo(
            """
            {"said":["+Of {0}: {1}","=الباب","(","+Port {0} is closed.","=554",")","+Open \\"it\\"."],\
            "words":"Of الباب: Port 554 is closed. Open \\"it\\"."}\
            """);
  }

  @Test
  void read_whatWasWritten_hasTheSameParts() throws Exception {
    assertThat(read(written(CLOSED))).isEqualTo(CLOSED);
    assertThat(read(written(CLOSED)).parts()).hasSameSizeAs(CLOSED.parts());
    assertThat(read(written(Sentence.NOTHING)).isEmpty()).isTrue();
  }

  static Stream<String> endless() {
    return Stream.of(
        "{\"said\":[\"+x\"" + ",\"+x\"".repeat(10_000) + "],\"words\":\"\"}",
        "{\"said\":[\"+x\""
            + ",\"(\",\"+x\"".repeat(100)
            + ",\")\"".repeat(100)
            + "],\"words\":\"\"}",
        "{\"said\":[\"+" + "x".repeat(1_000_000) + "\"],\"words\":\"\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "No picture.",
        "{\"words\":\"x\"}",
        "{\"said\":[]}",
        "{\"said\":\"+x\",\"words\":\"x\"}",
        "{\"said\":[1],\"words\":\"x\"}",
        "{\"said\":[[\"+x\"]],\"words\":\"x\"}",
        "{\"said\":[\"x\"],\"words\":\"x\"}",
        "{\"said\":[\"+x\",\"(\"],\"words\":\"x\"}",
        "{\"said\":[],\"words\":1}",
        "{\"more\":1,\"said\":[],\"words\":\"\"}"
      })
  @MethodSource("endless")
  void read_anythingElse_isMalformed(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(Malformed.class);
  }
}
