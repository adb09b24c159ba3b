package io.mashrabiya.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.auth.Challenge;
import io.mashrabiya.media.auth.ClientAuthentication;
import io.mashrabiya.media.auth.ServerAuthentication;
import io.mashrabiya.media.rtsp.message.RtspIncoming;
import io.mashrabiya.media.rtsp.message.RtspInput;
import io.mashrabiya.media.rtsp.message.RtspMessage;
import io.mashrabiya.media.rtsp.message.RtspMessageParser;
import io.mashrabiya.media.rtsp.message.RtspMessageParser.Parsing;
import io.mashrabiya.media.rtsp.message.SessionHeader;
import io.mashrabiya.media.rtsp.message.TransportHeader;
import io.mashrabiya.words.Sentence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Hostile bytes at every reader of RTSP: understood, malformed or left out; never an exception,
/// and what is understood can be said again.
class RtspFuzzTest {
  private static final Credentials CREDENTIALS = new Credentials("user", "word");

  @FuzzTest
  void message(byte[] input) {
    switch (RtspMessageParser.parse(ByteBuffer.wrap(input))) {
      case Parsing.Complete(RtspMessage message, int length) -> {
        assertThat(length).isBetween(1, input.length);
        assertThat(message.headers().fields())
            .hasSizeLessThanOrEqualTo(RtspMessageParser.MOST_HEADERS);
        message.encode();
      }
      case Parsing.Incomplete() ->
          assertThat(input.length)
              .isLessThanOrEqualTo(
                  RtspMessageParser.MOST_HEAD_BYTES
                      + 2 * RtspMessageParser.MOST_LINE_BYTES
                      + RtspMessageParser.MOST_BODY_BYTES);
      case Parsing.Malformed(int offset, Sentence production) -> {
        assertThat(offset).isBetween(0, input.length);
        assertThat(production).asString().isNotEmpty();
      }
    }
  }

  @FuzzTest
  void connection(byte[] input) throws IOException {
    RtspInput stream = new RtspInput(new ByteArrayInputStream(input));
    boolean more = true;
    while (more) {
      more =
          switch (stream.next()) {
            case RtspMessage _ -> true;
            case RtspIncoming.Interleaved packet -> {
              assertThat(packet.channel()).isBetween(0, 255);
              assertThat(packet.bytes().remaining()).isBetween(0, 65_535);
              yield true;
            }
            case RtspIncoming.End(), RtspIncoming.Malformed _ -> false;
          };
    }
  }

  @FuzzTest
  void headers(byte[] input) {
    String header = line(input);
    TransportHeader.read(header).forEach(TransportHeader::overTcp);
    SessionHeader.read(header).ifPresent(session -> assertThat(session.id()).isNotEmpty());
  }

  /// What a challenge makes us say is one line, and our server reads it.
  @FuzzTest
  void challenge(byte[] input) {
    String header = line(input);
    Challenge.read(List.of(header));
    var client = new ClientAuthentication(Optional.of(CREDENTIALS), () -> "c");
    client.challenged(List.of(header));
    Optional<String> answer = client.header("DESCRIBE", "rtsp://camera/x");
    answer.ifPresent(value -> assertThat(value).doesNotContain("\r", "\n"));
    var server =
        new ServerAuthentication(
            CREDENTIALS, List.of(ServerAuthentication.Scheme.DIGEST_SHA_256), "n");
    assertThat(server.judge(answer, "DESCRIBE")).isInstanceOf(ServerAuthentication.Verdict.class);
    server.judge(Optional.of(header), "DESCRIBE");
  }

  @FuzzTest
  void url(byte[] input) {
    switch (RtspUrl.read(new String(input, StandardCharsets.UTF_8))) {
      case RtspUrl.Reading.Understood understood -> {
        RtspUrl.Reading again = RtspUrl.read(understood.address().toString());
        assertThat(again)
            .isInstanceOfSatisfying(
                RtspUrl.Reading.Understood.class,
                same -> {
                  assertThat(same.address()).isEqualTo(understood.address());
                  assertThat(same.credentials()).isEmpty();
                });
      }
      case RtspUrl.Reading.Malformed(int offset, Sentence remedy) -> {
        assertThat(offset).isNotNegative();
        assertThat(remedy).asString().isNotEmpty();
      }
    }
  }

  /// A header's value as the parser would give it: one line of bytes.
  private static String line(byte[] input) {
    return new String(input, StandardCharsets.ISO_8859_1).replaceAll("[\\x00-\\x1f]", "?");
  }
}
