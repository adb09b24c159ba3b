package io.mashrabiya.media.rtsp.message;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.media.rtsp.message.RtspMessageParser.Parsing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtspMessageParserTest {
  private static Parsing parse(String text) {
    return RtspMessageParser.parse(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static RtspMessage complete(String text) {
    return switch (parse(text)) {
      case Parsing.Complete(RtspMessage message, int length) -> {
        assertThat(length).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        yield message;
      }
      case Parsing.Incomplete incomplete -> throw new AssertionError(incomplete);
      case Parsing.Malformed malformed -> throw new AssertionError(malformed);
    };
  }

  @Test
  void parse_response_isTakenApart() {
    RtspMessage message =
        complete("RTSP/1.0 200 OK\r\nCSeq: 3\r\nContent-Length: 5\r\nX-Y:  a b \r\n\r\nv=0\r\n");
    assertThat(message)
        .isInstanceOfSatisfying(
            RtspResponse.class,
            response -> {
              assertThat(response.status()).isEqualTo(200);
              assertThat(response.success()).isTrue();
              assertThat(response.reason()).isEqualTo("OK");
              assertThat(response.body()).isEqualTo("v=0\r\n");
              assertThat(response.headers().first("cseq")).hasValue("3");
              assertThat(response.headers().first("x-y")).hasValue("a b");
            });
  }

  @Test
  void parse_request_isTakenApart() {
    assertThat(complete("GET_PARAMETER rtsp://h/x RTSP/1.0\r\n\r\n"))
        .isInstanceOfSatisfying(
            RtspRequest.class,
            request -> {
              assertThat(request.method()).isEqualTo("GET_PARAMETER");
              assertThat(request.target()).isEqualTo("rtsp://h/x");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RTSP/1.0 200 OK\nCSeq: 3\n\n",
        "RTSP/1.0 200\r\ncseq:3\r\n\r\n",
        "RTSP/1.1 200 All is well\r\nCSEQ : 3\r\n\r\n",
        "RTSP/1.0 200 OK\r\nno colon here\r\n: no name\r\nCSeq: 3\r\n\r\n",
        "RTSP/1.0 200 OK\r\nCSeq:\r\n 3\r\n\r\n"
      })
  void parse_sloppyCamera_isForgiven(String text) {
    assertThat(complete(text).headers().first("CSeq")).hasValue("3");
  }

  @Test
  void parse_severalOfOneName_areAllThere() {
    RtspMessage message =
        complete("RTSP/1.0 401 No\r\nWWW-Authenticate: Basic\r\nwww-authenticate: Digest\r\n\r\n");
    assertThat(message.headers().all("WWW-Authenticate")).containsExactly("Basic", "Digest");
  }

  @Test
  void parse_controlCharactersInALine_becomeQuestionMarks() {
    RtspMessage message = complete("RTSP/1.0 200 OK\r\nSession: a\0b\rc\r\n\r\n");
    assertThat(message.headers().first("Session")).hasValue("a?b?c");
  }

  /// Every prefix of a message waits for more.
  @Test
  void parse_cutAnywhere_isIncomplete() {
    String text = "RTSP/1.0 200 OK\r\nCSeq: 3\r\nContent-Length: 5\r\n\r\nv=0\r\n";
    for (int length = 0; length < text.length(); length++) {
      assertThat(parse(text.substring(0, length))).isInstanceOf(Parsing.Incomplete.class);
    }
  }

  @Test
  void parse_moreBehind_isLeftThere() {
    String first = "RTSP/1.0 200 OK\r\n\r\n";
    assertThat(parse(first + "$\0\0\4"))
        .isInstanceOfSatisfying(
            Parsing.Complete.class,
            complete -> assertThat(complete.lengthBytes()).isEqualTo(first.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 400 Bad Request\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "RTSP/1.0 OK\r\n\r\n",
        "RTSP/1.0 999 No\r\n\r\n",
        "RTSP/2.0 200 OK\r\n\r\n",
        "hello rtsp://h RTSP/1.0\r\n\r\n",
        "\0\0\0\0\r\n\r\n",
        "RTSP/1.0 200 OK\r\nContent-Length: -1\r\n\r\n",
        "RTSP/1.0 200 OK\r\nContent-Length: many\r\n\r\n",
        "RTSP/1.0 200 OK\r\nContent-Length: 65537\r\n\r\n",
        "RTSP/1.0 200 OK\r\nContent-Length: 99999999999\r\n\r\n"
      })
  void parse_noRtsp_isMalformed(String text) {
    assertThat(parse(text)).isInstanceOf(Parsing.Malformed.class);
  }

  @Test
  void parse_http_isSaidToBeHttp() {
    assertThat(parse("HTTP/1.1 400 Bad Request\r\n\r\n"))
        .isEqualTo(new Parsing.Malformed(0, say("RTSP/1.0 (this is HTTP)")));
  }

  @Test
  void parse_lineWithoutEnd_isMalformedAtItsBound() {
    assertThat(parse("RTSP/1.0 200 OK\r\nX: " + "y".repeat(RtspMessageParser.MOST_LINE_BYTES)))
        .isEqualTo(new Parsing.Malformed(17, say("a header line of at most 4096 bytes")));
    assertThat(parse("x".repeat(RtspMessageParser.MOST_LINE_BYTES + 1)))
        .isInstanceOf(Parsing.Malformed.class);
  }

  @Test
  void parse_headersWithoutEnd_areMalformed() {
    assertThat(parse("RTSP/1.0 200 OK\r\n" + "X: y\r\n".repeat(65)))
        .isInstanceOf(Parsing.Malformed.class);
    assertThat(parse("RTSP/1.0 200 OK\r\nX: y\r\n" + (" " + "z".repeat(4000) + "\r\n").repeat(5)))
        .isInstanceOf(Parsing.Malformed.class);
    assertThat(parse("RTSP/1.0 200 OK\r\n" + "no colon\r\n".repeat(2000)))
        .isInstanceOf(Parsing.Malformed.class);
  }

  @Test
  void encode_message_isReadBack() {
    RtspHeaders headers = RtspHeaders.NONE.with("CSeq", "7").with("Session", "ab");
    RtspResponse sent = new RtspResponse(200, "OK", headers, "v=0 ü\r\n");
    assertThat(RtspMessageParser.parse(ByteBuffer.wrap(sent.encode())))
        .isInstanceOfSatisfying(
            Parsing.Complete.class,
            complete -> {
              assertThat(complete.message().body()).isEqualTo("v=0 ü\r\n");
              assertThat(complete.message().headers().first("Session")).hasValue("ab");
              assertThat(complete.message().startLine()).isEqualTo("RTSP/1.0 200 OK");
            });
  }

  @Test
  void with_lineEndInAValue_isRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> RtspHeaders.NONE.with("X", "secret\r\nY: z"))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("secret");
  }

  @Test
  void headers_shown_tellNamesOnly() {
    assertThat(RtspHeaders.NONE.with("Authorization", "Basic secret").toString())
        .isEqualTo("[Authorization]");
  }
}
