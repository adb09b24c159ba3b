package io.mashrabiya.media.worker.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// Orders and answers, there and back, and what is none.
class MessagesTest {
  static final List<Order> ORDERS = Samples.ORDERS;
  static final List<Answer> ANSWERS = Samples.ANSWERS;

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  @ParameterizedTest
  @FieldSource("ORDERS")
  void order_writtenAndRead_isTheSame(Order order) throws Exception {
    assertThat(Order.parse(order.body())).usingRecursiveComparison().isEqualTo(order);
  }

  @ParameterizedTest
  @FieldSource("ANSWERS")
  void answer_writtenAndRead_isTheSame(Answer answer) throws Exception {
    assertThat(Answer.parse(answer.body())).usingRecursiveComparison().isEqualTo(answer);
  }

  @ParameterizedTest
  @FieldSource("ORDERS")
  void order_cutAnywhereOrLonger_isMalformed(Order order) {
    assertNoPrefixIsRead(order.body(), Order::parse);
  }

  @ParameterizedTest
  @FieldSource("ANSWERS")
  void answer_cutAnywhereOrLonger_isMalformed(Answer answer) {
    assertNoPrefixIsRead(answer.body(), Answer::parse);
  }

  private interface Parser {
    Object parse(byte[] body) throws MalformedMessage;
  }

  private static void assertNoPrefixIsRead(byte[] body, Parser parser) {
    for (int length = 0; length <= body.length + 1; length++) {
      if (length != body.length) {
        byte[] other = Arrays.copyOf(body, length);
        assertMalformed(() -> parser.parse(other));
      }
    }
  }

  private static void assertMalformed(ThrowingCallable reading) {
    assertThatExceptionOfType(MalformedMessage.class).isThrownBy(reading);
  }

  @Test
  void order_ofAStill_liesAsDocumented() {
    assertThat(Samples.ORDERS.getFirst().body())
        .isEqualTo(hex("01 00000001 00 01 01 00000280 00000bb8 00000006 000000016507"));
  }

  @ParameterizedTest
  @CsvSource({
    "00 00000001, 0",
    "09 00000001, 0",
    "01 00000001 7f 01 01 00000280 00000bb8 00000000, 5", // encoded as nothing that there is
    "01 00000001 00 00 02 00000280 00000bb8 00000000, 7", // no such tone
    "01 00000001 00 00 00 00000001 00000bb8 00000000, 8", // no picture is so narrow
    "01 00000001 00 00 00 00004001 00000bb8 00000000, 8", // none so wide
    "01 00000001 00 00 00 00000280 00000000 00000000, 12", // none of nothing
    "01 00000001 00 00 00 00000280 00000bb8 7fffffff, 16", // longer than all of it
    "01 00000001 00 00 00 00000280 00000bb8 ffffffff, 16",
    "02 00000001 7f 00000280 00000168 00000019 00061a80 00000032, 5",
    "03 00000001 0000000000000000 02 00000000, 13", // neither yes nor no
  })
  void order_fieldOutOfBounds_isMalformedAtItsPlace(String body, int offset) {
    assertThatExceptionOfType(MalformedMessage.class)
        .isThrownBy(() -> Order.parse(hex(body)))
        .returns(offset, MalformedMessage::offset);
  }

  @ParameterizedTest
  @CsvSource({
    "00 00000001, 0",
    "03 00000001 02 00000001 00000001 00000000, 5",
    "03 00000001 00 00000000 00000001 00000000, 6",
    "03 00000001 00 00000001 80000000 00000000, 10",
    "04 00000001 0000000000000000 02 00000000, 13", // neither yes nor no
    "06 00000001 03, 5", // no such reason
  })
  void answer_fieldOutOfBounds_isMalformedAtItsPlace(String body, int offset) {
    assertThatExceptionOfType(MalformedMessage.class)
        .isThrownBy(() -> Answer.parse(hex(body)))
        .returns(offset, MalformedMessage::offset);
  }

  @Test
  void order_settingsNobodyCanMeet_isMalformed() {
    String zeroRate = "02 00000001 00 00000280 00000168 00000000 00061a80 00000032";
    assertMalformed(() -> Order.parse(hex(zeroRate)));
  }
}
