package io.mashrabiya.media.rtsp.message;

import static io.mashrabiya.words.Sentence.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtspInputTest {
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  private void message(String text) {
    sent.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void packet(int channel, byte... payload) {
    sent.write('$');
    sent.write(channel);
    sent.write(payload.length >> 8);
    sent.write(payload.length);
    sent.writeBytes(payload);
  }

  private RtspInput input() {
    return new RtspInput(new ByteArrayInputStream(sent.toByteArray()));
  }

  private static byte[] bytes(RtspIncoming incoming) {
    RtspIncoming.Interleaved packet = (RtspIncoming.Interleaved) incoming;
    byte[] copy = new byte[packet.bytes().remaining()];
    packet.bytes().get(packet.bytes().position(), copy);
    return copy;
  }

  @Test
  void next_messagesAndPackets_comeInOrder() throws IOException {
    message("RTSP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi");
    packet(0, (byte) 1, (byte) 2);
    message("\r\n\r\nOPTIONS * RTSP/1.0\r\n\r\n");
    packet(1);
    RtspInput input = input();
    assertThat(input.next()).isInstanceOf(RtspResponse.class);
    assertThat(bytes(input.next())).containsExactly(1, 2);
    assertThat(input.next()).isInstanceOf(RtspRequest.class);
    RtspIncoming last = input.next();
    assertThat(((RtspIncoming.Interleaved) last).channel()).isOne();
    assertThat(bytes(last)).isEmpty();
    assertThat(input.next()).isEqualTo(new RtspIncoming.End());
  }

  @Test
  void next_endInTheMiddle_isTheEnd() throws IOException {
    message("RTSP/1.0 200 O");
    assertThat(input().next()).isEqualTo(new RtspIncoming.End());
  }

  @Test
  void next_noRtsp_isMalformed() throws IOException {
    message("220 mail.example ESMTP\r\n\r\n");
    assertThat(input().next()).isEqualTo(new RtspIncoming.Malformed(0, quoted("RTSP/1.0")));
  }

  /// A stream that gives as few bytes as it likes: what comes out is the same.
  @Test
  void next_manyPacketsInAnyPieces_comeWhole() throws IOException {
    Random random = new Random(23);
    byte[][] packets = new byte[300][];
    for (int i = 0; i < packets.length; i++) {
      packets[i] = new byte[i % 50 == 0 ? 65_535 : random.nextInt(3000)];
      random.nextBytes(packets[i]);
      packet(i % 256, packets[i]);
      if (i % 7 == 0) {
        message("RTSP/1.0 200 OK\r\nCSeq: " + i + "\r\n\r\n");
      }
    }
    InputStream whole = new ByteArrayInputStream(sent.toByteArray());
    RtspInput input = new RtspInput(inPieces(whole, random));
    for (int i = 0; i < packets.length; i++) {
      RtspIncoming next = input.next();
      assertThat(((RtspIncoming.Interleaved) next).channel()).isEqualTo(i % 256);
      assertThat(bytes(next)).isEqualTo(packets[i]);
      if (i % 7 == 0) {
        assertThat(((RtspMessage) input.next()).headers().first("CSeq")).hasValue("" + i);
      }
    }
    assertThat(input.next()).isEqualTo(new RtspIncoming.End());
  }

  private static InputStream inPieces(InputStream whole, Random random) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        return whole.read();
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int piece = Math.min(length, 1 + random.nextInt(random.nextBoolean() ? 3 : 40_000));
        return whole.read(target, offset, piece);
      }
    };
  }
}
