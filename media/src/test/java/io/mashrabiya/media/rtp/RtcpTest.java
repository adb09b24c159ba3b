package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RtcpTest {
  @Test
  void senderReport_fields_areWhereTheStandardSays() {
    Instant now = Instant.parse("2026-01-01T00:00:00.5Z");
    ByteBuffer report = Rtcp.senderReport(0x0a0b0c0d, now, 90_000, 12, 3456);
    assertThat(report.get(0)).isEqualTo((byte) 0x80);
    assertThat(report.get(1)).isEqualTo((byte) 200);
    assertThat(report.getShort(2)).isEqualTo((short) 6);
    assertThat(report.getInt(4)).isEqualTo(0x0a0b0c0d);
    assertThat(Integer.toUnsignedLong(report.getInt(8)))
        .isEqualTo(now.getEpochSecond() + 2_208_988_800L);
    assertThat(Integer.toUnsignedLong(report.getInt(12))).isEqualTo(0x80000000L);
    assertThat(report.getInt(16)).isEqualTo(90_000);
    assertThat(report.getInt(20)).isEqualTo(12);
    assertThat(report.getInt(24)).isEqualTo(3456);
    assertThat(report.get(29)).as("source description").isEqualTo((byte) 202);
    assertThat(report.limit()).isEqualTo(28 + 4 + 4 * report.getShort(30));
  }

  @Test
  void requests_behindAReport_areWhereTheStandardsSay() {
    ByteBuffer report = Rtcp.receiverReport(0x0a0b0c0d);
    assertThat(hex(Rtcp.pictureLoss(0x0a0b0c0d, 0x11223344)))
        .isEqualTo(hex(report) + "81ce0002" + "0a0b0c0d" + "11223344");
    assertThat(hex(Rtcp.fullIntraRequest(0x0a0b0c0d, 0x11223344, 258)))
        .isEqualTo(hex(report) + "84ce0004" + "0a0b0c0d" + "00000000" + "11223344" + "02000000");
  }

  private static String hex(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(bytes.position(), copy);
    return HexFormat.of().formatHex(copy);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "goodbye alone, 81cb000100000001, true",
    "goodbye behind a report, 80c8000100000001 81cb000100000001, true",
    "a report, 80c8000100000001, false",
    "a length that lies, 80c8ffff00000001, false",
    "nothing, '', false",
    "noise, 00cb0001, false"
  })
  void saysGoodbye_compound_isFound(String name, String hex, boolean goodbye) {
    ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
    assertThat(Rtcp.saysGoodbye(bytes)).isEqualTo(goodbye);
  }

  @Test
  void senderTime_ofAReport_isWhatWasWritten() {
    Instant now = Instant.parse("2026-11-26T12:00:00.500Z");
    ByteBuffer report = Rtcp.senderReport(1, now, 77, 2, 3);
    Rtcp.SenderTime time = Rtcp.senderTime(report).orElseThrow();
    assertThat(time.timestamp()).isEqualTo(77);
    assertThat(time.senderMicros())
        .isBetween(now.toEpochMilli() * 1_000 - 1, now.toEpochMilli() * 1_000);
  }

  @Test
  void senderTime_whereThereIsNone_isEmpty() {
    assertThat(Rtcp.senderTime(Rtcp.receiverReport(1))).isEmpty();
    assertThat(Rtcp.senderTime(ByteBuffer.allocate(3))).isEmpty();
    ByteBuffer cut = Rtcp.senderReport(1, Instant.EPOCH, 1, 2, 3).limit(20);
    assertThat(Rtcp.senderTime(cut)).isEmpty();
  }
}
