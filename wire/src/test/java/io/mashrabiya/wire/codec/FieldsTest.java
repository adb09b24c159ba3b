package io.mashrabiya.wire.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FieldsTest {
  private static Fields of(String text) throws Malformed {
    return Fields.parse("thing", text.getBytes(UTF_8));
  }

  @Test
  void text_missing_namesTheMember() throws Malformed {
    var fields = of("{}");
    assertThatThrownBy(() -> fields.text("name")).hasMessageContaining("thing.name");
  }

  @Test
  void text_ofAnotherKind_isMalformed() throws Malformed {
    var fields = of("{\"name\":1}");
    assertThatThrownBy(() -> fields.text("name")).isInstanceOf(Malformed.class);
  }

  @Test
  void has_isToldWithoutTakingIt() throws Malformed {
    var fields = of("{\"a\":1}");
    assertThat(fields.has("b")).isFalse();
    assertThat(fields.has("a")).isTrue();
    assertThatThrownBy(fields::end).isInstanceOf(Malformed.class);
  }

  @Test
  void end_memberLeftOver_isMalformed() throws Malformed {
    var fields = of("{\"a\":1,\"b\":2}");
    assertThat(fields.whole("a")).isEqualTo(1);
    assertThatThrownBy(fields::end).isInstanceOf(Malformed.class);
  }

  @Test
  void read_memberThatNobodyAskedFor_isMalformed() throws Malformed {
    byte[] text = "{\"a\":1,\"b\":2}".getBytes(UTF_8);
    assertThat(Fields.<Long>read("thing", text, fields -> fields.whole("a") + fields.whole("b")))
        .isEqualTo(3);
    assertThatThrownBy(() -> Fields.<Long>read("thing", text, fields -> fields.whole("a")))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void objects_oneWithAMemberThatNobodyAskedFor_areMalformed() throws Malformed {
    assertThat(of("{\"a\":[{\"n\":1},{\"n\":2}]}").<Long>objects("a", 2, item -> item.whole("n")))
        .containsExactly(1L, 2L);
    var more = of("{\"a\":[{\"n\":1},{\"m\":1,\"n\":2}]}");
    assertThatThrownBy(() -> more.<Long>objects("a", 2, item -> item.whole("n")))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("thing.a");
    var other = of("{\"a\":[1]}");
    assertThatThrownBy(() -> other.<Long>objects("a", 2, item -> item.whole("n")))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void words_withControlCharacter_areMalformed() throws Malformed {
    var fields = of("{\"name\":\"a\\u001bb\"}");
    assertThatThrownBy(() -> fields.words("name")).isInstanceOf(Malformed.class);
  }

  @Test
  void words_areAtMostSixtyFourCharacters() throws Malformed {
    assertThat(of("{\"name\":\"%s\"}".formatted("a".repeat(64))).words("name")).hasSize(64);
    var fields = of("{\"name\":\"%s\"}".formatted("a".repeat(65)));
    assertThatThrownBy(() -> fields.words("name")).isInstanceOf(Malformed.class);
  }

  @Test
  void exactly_otherSize_isMalformed() throws Malformed {
    var fields = of("{\"long\":\"AAAA\",\"short\":\"AA\"}");
    assertThatThrownBy(() -> fields.exactly("short", 2)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> fields.exactly("long", 2)).isInstanceOf(Malformed.class);
  }

  @Test
  void texts_otherKindsOrTooMany_areMalformed() throws Malformed {
    assertThat(of("{\"a\":[\"x\",\"\"]}").texts("a", 2)).containsExactly("x", "");
    var mixed = of("{\"a\":[\"x\",1]}");
    assertThatThrownBy(() -> mixed.texts("a", 2)).hasMessageContaining("thing.a");
    var many = of("{\"a\":[\"x\",\"y\"]}");
    assertThatThrownBy(() -> many.texts("a", 1)).isInstanceOf(Malformed.class);
  }

  @Test
  void items_moreThanMost_areMalformed() throws Malformed {
    var fields = of("{\"a\":[1,2,3]}");
    assertThatThrownBy(() -> fields.items("a", 2, (item, production) -> item))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void parse_notAnObject_isMalformed() {
    assertThatThrownBy(() -> of("[]")).isInstanceOf(Malformed.class);
  }

  @Test
  void malformed_never_holdsTheInput() {
    assertThatThrownBy(() -> of("{\"a\":\"secret\"").text("a"))
        .isInstanceOf(Malformed.class)
        .hasMessageNotContaining("secret");
  }
}
