package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.media.rtp.RtpPacket.Reading;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RtpPacketTest {
  private final RtpPacket packet = new RtpPacket();

  private Reading read(String hex) {
    return packet.read(ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", ""))));
  }

  private String payload() {
    byte[] copy = new byte[packet.payloadLength()];
    packet.copyPayload(0, copy.length, copy, 0);
    return HexFormat.of().formatHex(copy);
  }

  @Test
  void read_plainPacket_givesItsFields() {
    assertThat(read("80 e0 fffe 80000001 deadbeef 6588")).isEqualTo(Reading.WELL_FORMED);
    assertThat(packet.marker()).isTrue();
    assertThat(packet.payloadType()).isEqualTo(96);
    assertThat(packet.sequenceNumber()).isEqualTo(0xfffe);
    assertThat(packet.timestamp()).isEqualTo(0x80000001);
    assertThat(packet.source()).isEqualTo(0xdeadbeef);
    assertThat(payload()).isEqualTo("6588");
    assertThat(packet.payloadShort(0)).isEqualTo(0x6588);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "no payload, 80 60 0001 00000002 00000003, WELL_FORMED, ''",
    "contributing sources, 82 60 0001 00000002 00000003 aaaaaaaa bbbbbbbb 41, WELL_FORMED, 41",
    "extension, 90 60 0001 00000002 00000003 bede0001 cccccccc 41, WELL_FORMED, 41",
    "empty extension, 90 60 0001 00000002 00000003 bede0000 41, WELL_FORMED, 41",
    "padding, a0 60 0001 00000002 00000003 41 000003, WELL_FORMED, 41",
    "padding only, a0 60 0001 00000002 00000003 01, WELL_FORMED, ''",
    "all three, b1 60 0001 00000002 00000003 aaaaaaaa bede0001 cccccccc 4142 0002, WELL_FORMED,"
        + " 4142"
  })
  void read_extras_areNotPayload(String name, String hex, Reading reading, String payload) {
    assertThat(read(hex)).isEqualTo(reading);
    assertThat(payload()).isEqualTo(payload);
  }

  @Test
  void extensionShort_extension_isReadWithinIt() {
    read("91 60 0001 00000002 00000003 aaaaaaaa ffd80002 0102030405060708 41");
    assertThat(packet.extensionProfile()).isEqualTo(0xffd8);
    assertThat(packet.extensionLength()).isEqualTo(8);
    assertThat(packet.extensionShort(0)).isEqualTo(0x0102);
    assertThat(packet.extensionShort(6)).isEqualTo(0x0708);
    assertThatThrownBy(() -> packet.extensionShort(7))
        .isInstanceOf(IndexOutOfBoundsException.class);
    read("80 60 0001 00000002 00000003 41");
    assertThat(packet.extensionProfile()).as("of another packet").isEqualTo(-1);
    assertThat(packet.extensionLength()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nothing, '', TOO_SHORT",
    "eleven bytes, 80 60 0001 00000002 000000, TOO_SHORT",
    "version 1, 40 60 0001 00000002 00000003 41, WRONG_VERSION",
    "sources past the end, 81 60 0001 00000002 00000003 aaaaaa, SOURCES_PAST_END",
    "half an extension header, 90 60 0001 00000002 00000003 bede, EXTENSION_PAST_END",
    "extension past the end, 90 60 0001 00000002 00000003 bedeffff 41, EXTENSION_PAST_END",
    "padding of zero, a0 60 0001 00000002 00000003 4100, PADDING_PAST_END",
    "padding past the end, a0 60 0001 00000002 00000003 41ff, PADDING_PAST_END",
    "padding of nothing, a0 60 0001 00000002 00000003, PADDING_PAST_END"
  })
  void read_malformed_saysWhy(String name, String hex, Reading reading) {
    assertThat(read(hex)).isEqualTo(reading);
  }

  @Test
  void read_bytesInTheMiddleOfABuffer_staysWithinThem() {
    ByteBuffer buffer =
        ByteBuffer.wrap(HexFormat.of().parseHex("ffff8060000100000002000000034142ff"));
    buffer.position(2).limit(16);
    assertThat(packet.read(buffer)).isEqualTo(Reading.WELL_FORMED);
    assertThat(payload()).isEqualTo("4142");
    assertThatThrownBy(() -> packet.payloadByte(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> packet.copyPayload(1, 2, new byte[8], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
