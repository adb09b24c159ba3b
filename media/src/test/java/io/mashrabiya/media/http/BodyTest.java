package io.mashrabiya.media.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
  private static String body(String answer) throws IOException {
    ByteInput in = new ByteInput(new ByteArrayInputStream(Bytes.of(answer)));
    Head head = Head.read(in);
    return new String(Body.of(head, in).readAllBytes(), StandardCharsets.US_ASCII);
  }

  @Test
  void read_toldLength_endsThere() throws IOException {
    assertThat(body("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef")).isEqualTo("abc");
  }

  @Test
  void read_lessThanTold_isNoBody() {
    assertThatThrownBy(() -> body("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"))
        .isInstanceOf(EOFException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Content-Length: many\r\n", "Content-Length: -1\r\n"})
  void read_noLength_lastsUntilTheConnectionEnds(String field) throws IOException {
    assertThat(body("HTTP/1.0 200 OK\r\n" + field + "\r\nabcdef")).isEqualTo("abcdef");
  }

  @Test
  void read_lengthOfAnAnswerInParts_doesNotCount() throws IOException {
    assertThat(
            body(
                "HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace\r\nContent-Length: 0\r\n\r\nab"))
        .isEqualTo("ab");
  }

  @Test
  void read_chunks_areJoined() throws IOException {
    assertThat(
            body(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n"
                    + "3;name=value\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n"))
        .isEqualTo("abc0123456789");
  }

  @Test
  void read_connectionEndsWithinAChunk_isNoBody() {
    assertThatThrownBy(() -> body("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc"))
        .isInstanceOf(EOFException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x\r\nabc\r\n", "-1\r\n", "123456789\r\n", "1\r\nabc\r\n0\r\n\r\n", "\r\n"})
  void read_chunksThatAreNone_areMalformed(String chunks) {
    assertThatThrownBy(() -> body("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks))
        .isInstanceOf(MalformedHttp.class);
  }
}
