package io.mashrabiya.wire.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.mashrabiya.wire.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
  static Stream<Arguments> good() {
    return Vectors.of("canonical-json", "good");
  }

  static Stream<Arguments> bad() {
    return Vectors.of("canonical-json", "bad");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void parse_canonicalText_isWrittenAgainTheSame(String name, JsonElement text) throws Malformed {
    assertThat(Json.parse("test", text.getAsString().getBytes(UTF_8)).text())
        .isEqualTo(text.getAsString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void parse_textOfAnotherForm_isMalformed(String why, JsonObject vector) {
    assertThatThrownBy(() -> Json.parse("test", Vectors.hex(vector, "hex")))
        .isInstanceOfSatisfying(Malformed.class, e -> assertThat(e.production()).isEqualTo("test"));
  }

  @Test
  void parse_textThatIsCut_isMalformed() {
    String text = "{\"a\":[1,true,\"b\\u001f\\n\"],\"c\":{\"d\":false}}";
    assertThatCode(() -> Json.parse("test", text.getBytes(UTF_8))).doesNotThrowAnyException();
    for (int end = 0; end < text.length(); end++) {
      byte[] cut = text.substring(0, end).getBytes(UTF_8);
      assertThatThrownBy(() -> Json.parse("test", cut)).isInstanceOf(Malformed.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"[,0,]", "'{\"a\":',0,}"})
  void parse_deeperThanEight_isMalformed(String opening, String inside, String closing) {
    String deepest = opening.repeat(8) + inside + closing.repeat(8);
    String deeper = opening + deepest + closing;
    assertThatCode(() -> Json.parse("test", deepest.getBytes(UTF_8))).doesNotThrowAnyException();
    assertThatThrownBy(() -> Json.parse("test", deeper.getBytes(UTF_8)))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void parse_anyValueThatWasWritten_comesBack() throws Malformed {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      Json value = value(random, 0);
      assertThat(Json.parse("test", value.bytes())).as("seed %d", seed).isEqualTo(value);
    }
  }

  @Test
  void parse_anyChangedByte_isMalformedOrAnotherCanonicalText() {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] text = value(random, 0).bytes();
      text[random.nextInt(text.length)] = (byte) random.nextInt(256);
      try {
        assertThat(Json.parse("test", text).bytes()).as("seed %d", seed).isEqualTo(text);
      } catch (Malformed e) {
        assertThat(e.offset()).isBetween(0, text.length);
      }
    }
  }

  @Test
  void whole_outsideOf53Bits_isRefusedAtWriting() {
    assertThatThrownBy(() -> new Json.Whole(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Json.Whole(Json.MAX_WHOLE + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void builder_memberTwice_isAnErrorOfTheProgram() {
    var object = Json.object().put("a", 1);
    assertThatThrownBy(() -> object.put("a", 2)).isInstanceOf(IllegalStateException.class);
  }

  private static Json value(SplittableRandom random, int depth) {
    return switch (random.nextInt(depth > 4 ? 3 : 5)) {
      case 0 -> new Json.Whole(random.nextLong(Json.MAX_WHOLE + 1));
      case 1 -> new Json.Flag(random.nextBoolean());
      case 2 -> new Json.Text(text(random));
      case 3 -> {
        List<Json> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(value(random, depth + 1));
        }
        yield new Json.Items(items);
      }
      default -> {
        var object = Json.object();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.put(i + text(random), value(random, depth + 1));
        }
        yield object.build();
      }
    };
  }

  private static String text(SplittableRandom random) {
    int[] alphabet = {'a', '"', '\\', '\n', 1, 31, '/', 0x7f, 0xe9, 0x628, 0x20ac, 0xfb33, 0x1f3e0};
    var text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }
}
