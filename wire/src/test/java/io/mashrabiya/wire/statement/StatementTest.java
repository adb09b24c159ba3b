package io.mashrabiya.wire.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.mashrabiya.wire.TestKeys;
import io.mashrabiya.wire.Vectors;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.VerifyingKey;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatementTest {
  private final VerifyingKey key = new VerifyingKey(Vectors.hex(Vectors.file("statements"), "key"));

  static Stream<Arguments> good() {
    return Vectors.of("statements", "good");
  }

  static Stream<Arguments> unproven() {
    return Vectors.of("statements", "unproven");
  }

  static Stream<Arguments> malformed() {
    return Vectors.of("statements", "malformed");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void parse_goodStatement_verifiesAndIsSignedAgainTheSame(String name, JsonObject vector)
      throws Malformed {
    var statement = Statement.parse(Vectors.text(vector, "text"));
    assertThat(statement.verifiedBy(key)).isTrue();
    assertThat(statement.typ().label()).isEqualTo(Vectors.text(vector, "typ"));
    assertThat(statement.payload().text()).isEqualTo(Vectors.text(vector, "payload"));
    var again =
        Statement.sign(
            statement.typ(), (Json.Members) statement.payload(), TestKeys.of("home").signer());
    assertThat(again.text()).isEqualTo(statement.text());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unproven")
  void verifiedBy_notItsSigner_isFalse(String why, JsonObject vector) throws Malformed {
    assertThat(Statement.parse(Vectors.text(vector, "text")).verifiedBy(key)).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void parse_otherForm_isMalformed(String why, JsonObject vector) {
    assertThatThrownBy(() -> Statement.parse(Vectors.text(vector, "text")))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void parse_tooLong_isMalformedBeforeItIsRead() {
    assertThatThrownBy(() -> Statement.parse("a".repeat(Statement.MAX_CHARACTERS + 1)))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void parse_asLongAsMayBe_isLookedInto() {
    String most = ".." + "a".repeat(Statement.MAX_CHARACTERS - 2);
    assertThatThrownBy(() -> Statement.parse(most)).hasMessageContaining("statement.header");
  }

  @Test
  void parse_signatureOfAnotherLength_isMalformedWhereItBegins() {
    String good = text(0);
    int end = good.lastIndexOf('.') + 1;
    assertThatThrownBy(() -> Statement.parse(good.substring(0, end) + "AAAA"))
        .isInstanceOfSatisfying(Malformed.class, e -> assertThat(e.offset()).isEqualTo(end));
  }

  @Test
  void verifiedBy_textWithoutASignature_isFalse() throws Malformed {
    var good = Statement.parse(text(0));
    assertThat(new Statement("a.b.%", good.typ(), good.payload()).verifiedBy(key)).isFalse();
  }

  private static String text(int index) {
    return Vectors.text(
        Vectors.file("statements").getAsJsonArray("good").get(index).getAsJsonObject(), "text");
  }

  @Test
  void verifiedBy_anyFlippedBit_isFalseOrMalformed() {
    String text = text(0);
    for (int i = 0; i < text.length(); i++) {
      for (int bit = 0; bit < 7; bit++) {
        var changed = new StringBuilder(text);
        changed.setCharAt(i, (char) (text.charAt(i) ^ 1 << bit));
        try {
          assertThat(Statement.parse(changed.toString()).verifiedBy(key))
              .as("character %d bit %d", i, bit)
              .isFalse();
        } catch (Malformed e) {
          assertThat(e.offset()).isGreaterThanOrEqualTo(0);
        }
      }
    }
  }

  @Test
  void verifiedBy_keyThatIsNoPoint_isFalse() throws Malformed {
    byte[] noPoint = new byte[32];
    noPoint[0] = 2;
    var statement = Statement.parse(text(0));
    assertThat(statement.verifiedBy(new VerifyingKey(noPoint))).isFalse();
    assertThat(statement.verifiedBy(new VerifyingKey(new byte[32]))).isFalse();
  }

  @Test
  void toString_saysOnlyWhatItIs() throws Malformed {
    var statement =
        Statement.sign(
            Typ.DONE, Json.object().put("name", "Nursery").build(), TestKeys.of("home").signer());
    assertThat(statement).hasToString("Statement[mashrabiya/v1/done]");
  }
}
