package io.mashrabiya.wire.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.mashrabiya.wire.Vectors;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.OneMore;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import io.mashrabiya.wire.statement.Typ;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
    assertThat(push.typ()).isEqualTo(typ(vector));
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

  /// However deep in it the object stands.
  @ParameterizedTest(name = "{0}")
  @MethodSource({"requests", "answers", "pushes"})
  void body_withOneMemberMoreInAnObject_isMalformed(String typ, JsonObject vector)
      throws Malformed {
    Json body = Json.parse("test", body(vector));
    assertThat(OneMore.in(body)).isNotEmpty().allSatisfy(more -> assertMalformed(vector, more));
  }

  private static void assertMalformed(JsonObject vector, Json body) {
    assertThatThrownBy(
            () -> {
              if (typ(vector) == Typ.HOUSEHOLD_CHANGED) {
                Push.parse(typ(vector), body.bytes());
              } else if (REQUESTS.contains(typ(vector))) {
                Request.parse(typ(vector), body.bytes());
              } else {
                Answer.parse(typ(vector), body.bytes());
              }
            })
        .as(body.text())
        .isInstanceOf(Malformed.class);
  }

  @Test
  void invite_forTheShortestAndTheLongest_isRead() throws Malformed {
    for (Duration goodFor : List.of(Manage.Invite.SHORTEST, Manage.Invite.LONGEST)) {
      assertThat(Request.parse(Typ.INVITE, invite(goodFor).bytes())).isEqualTo(invite(goodFor));
    }
    for (Duration goodFor : List.of(Duration.ofSeconds(59), Duration.ofSeconds(604_801))) {
      assertThatThrownBy(() -> Request.parse(Typ.INVITE, invite(goodFor).bytes()))
          .isInstanceOf(Malformed.class);
    }
  }

  private static Manage.Invite invite(Duration goodFor) {
    var nonce = new Nonce(new byte[Nonce.SIZE_BYTES]);
    return new Manage.Invite(
        new Stamp(nonce, Instant.EPOCH, Edition.NONE), goodFor, Optional.empty(), Terms.FULL);
  }

  @Test
  void trackStart_ofTheLastNumber_isReadAndOfNoneBehind() throws Malformed {
    var last = new TrackStart(new Kid(1, Track.MAIN), SealedFrame.MAX_NUMBER);
    assertThat(TrackStart.read(Fields.of(last.json(), "test"))).isEqualTo(last);
    var none = new TrackStart(new Kid(1, Track.MAIN), SealedFrame.MAX_NUMBER + 1);
    assertThatThrownBy(() -> TrackStart.read(Fields.of(none.json(), "test")))
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
