package io.mashrabiya.wire.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.mashrabiya.wire.Vectors;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.statement.Typ;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BodiesTest {
  private static final Set<Typ> REQUESTS = EnumSet.range(Typ.OPEN, Typ.NEWER);

  static Stream<Arguments> requests() {
    return Vectors.of("letter-bodies", "requests");
  }

  static Stream<Arguments> answers() {
    return Vectors.of("letter-bodies", "answers");
  }

  static Stream<Arguments> pushes() {
    return Vectors.of("letter-bodies", "pushes");
  }

  static Stream<Arguments> bad() {
    return Vectors.of("letter-bodies", "bad");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void request_good_isWrittenAgainTheSame(String typ, JsonObject vector) throws Malformed {
    var request = Request.parse(typ(vector), body(vector));
    assertThat(new String(request.bytes(), UTF_8)).isEqualTo(Vectors.text(vector, "body"));
    assertThat(request.typ()).isEqualTo(typ(vector));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void answer_good_isWrittenAgainTheSame(String typ, JsonObject vector) throws Malformed {
    var answer = Answer.parse(typ(vector), body(vector));
    assertThat(new String(answer.bytes(), UTF_8)).isEqualTo(Vectors.text(vector, "body"));
    assertThat(answer.typ()).isEqualTo(typ(vector));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pushes")
  void push_good_isWrittenAgainTheSame(String typ, JsonObject vector) throws Malformed {
    var push = Push.parse(typ(vector), body(vector));
    assertThat(new String(push.bytes(), UTF_8)).isEqualTo(Vectors.text(vector, "body"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void body_thatCannotBe_isMalformed(String why, JsonObject vector) {
    assertThatThrownBy(
            () -> {
              if (REQUESTS.contains(typ(vector))) {
                Request.parse(typ(vector), body(vector));
              } else {
                Answer.parse(typ(vector), body(vector));
              }
            })
        .isInstanceOf(Malformed.class);
  }

  private static Typ typ(JsonObject vector) {
    String label = Vectors.text(vector, "typ");
    return Arrays.stream(Typ.values())
        .filter(typ -> typ.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] body(JsonObject vector) {
    return Vectors.text(vector, "body").getBytes(UTF_8);
  }
}
