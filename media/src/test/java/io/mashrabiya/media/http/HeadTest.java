package io.mashrabiya.media.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {
  private static Head read(String text) throws IOException {
    return Head.read(new ByteInput(new ByteArrayInputStream(Bytes.of(text))));
  }

  @Test
  void read_goodAnswer_hasItsFields() throws IOException {
    Head head =
        read("HTTP/1.1 200 All right\r\nContent-Type: Image/JPEG; q=1\r\nA: 1\r\nA:2\r\n\r\n");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.reason()).isEqualTo("All right");
    assertThat(head.fields().type()).isEqualTo("image/jpeg");
    assertThat(head.fields().all("a")).containsExactly("1", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.0 200\n\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1  200 OK\r\nno colon\r\n: no name\r\n\r\n"
      })
  void read_leniencies_areForgiven(String answer) throws IOException {
    assertThat(read(answer).status()).isEqualTo(200);
  }

  @Test
  void read_foldedLine_goesOn() throws IOException {
    assertThat(read("HTTP/1.1 200 OK\r\nA: 1\r\n  2\r\n\r\n").fields().first("A")).contains("1 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RTSP/1.0 200 OK\r\n\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 999 Odd\r\n\r\n",
        "\r\n\r\n",
        "SSH-2.0-OpenSSH\r\n\r\n"
      })
  void read_somethingElse_isMalformed(String answer) {
    assertThatThrownBy(() -> read(answer)).isInstanceOf(MalformedHttp.class);
  }

  @Test
  void read_interimAnswersWithoutEnd_areMalformed() {
    assertThatThrownBy(() -> read("HTTP/1.1 102 Processing\r\n\r\n".repeat(9)))
        .isInstanceOf(MalformedHttp.class);
  }

  @Test
  void reason_controlCharacters_areShownAsQuestionMarks() throws IOException {
    assertThat(read("HTTP/1.1 500 \u001b[31mred\u0007\r\n\r\n").reason()).isEqualTo("?[31mred?");
  }

  @Test
  void toString_values_areNotTold() throws IOException {
    assertThat(read("HTTP/1.1 200 OK\r\nSet-Cookie: secret\r\n\r\n").toString())
        .contains("Set-Cookie")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "multipart/x-mixed-replace;boundary=b, true, false, false",
    "multipart/mixed, true, false, false",
    "image/jpeg, false, true, false",
    "image/jpg;x=y, false, true, false",
    "text/html, false, false, false",
    "application/octet-stream, false, false, true"
  })
  void type_isToldApart(String type, boolean stream, boolean picture, boolean untyped)
      throws IOException {
    Head head = read("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n");
    assertThat(head.isStream()).isEqualTo(stream);
    assertThat(head.isPicture()).isEqualTo(picture);
    assertThat(head.isUntyped()).isEqualTo(untyped);
  }
}
