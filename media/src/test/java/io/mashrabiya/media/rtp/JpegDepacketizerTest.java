package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.jpeg.BaselineJpeg;
import io.mashrabiya.media.jpeg.ChromaSampling;
import io.mashrabiya.media.jpeg.JpegSize;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegDepacketizerTest {
  private static final byte[] TABLES = tables(128);
  private static final byte[] SCAN = {1, 2, 3, 4, 5, 6, 7, 8};

  private final List<byte[]> files = new ArrayList<>();
  private final List<Integer> timestamps = new ArrayList<>();
  private final StreamCounters counters = new StreamCounters();
  private final JpegDepacketizer depacketizer = depacketizer(Optional.empty());
  private int number;

  private JpegDepacketizer depacketizer(Optional<JpegSize> described) {
    return new JpegDepacketizer(
        described,
        counters,
        (file, key, timestamp, arrival) -> {
          assertThat(key).isTrue();
          files.add(file);
          timestamps.add(timestamp);
        },
        4096);
  }

  private static byte[] tables(int length) {
    byte[] tables = new byte[length];
    for (int i = 0; i < length; i++) {
      tables[i] = (byte) (i + 1);
    }
    return tables;
  }

  /// The main header for a picture of 64 x 48, and all that is given behind it.
  private static byte[] payload(int offset, int type, int quality, byte[]... parts) {
    ByteBuffer payload = ByteBuffer.allocate(2048).putInt(offset);
    payload.put((byte) type).put((byte) quality).put((byte) 8).put((byte) 6);
    for (byte[] part : parts) {
      payload.put(part);
    }
    return Arrays.copyOf(payload.array(), payload.position());
  }

  private static byte[] tablesHeader(int precision, int length) {
    return new byte[] {0, (byte) precision, (byte) (length >> 8), (byte) length};
  }

  private void packet(int timestamp, boolean marker, byte[] payload) {
    depacketizer.accept(Packets.packet(number++, timestamp, marker, payload), number);
  }

  private BaselineJpeg picture(int at) {
    return ((BaselineJpeg.Reading.Understood) BaselineJpeg.read(files.get(at))).picture();
  }

  private byte[] scan(int at) {
    byte[] scan = new byte[picture(at).scan().remaining()];
    picture(at).scan().get(0, scan);
    return scan;
  }

  @Test
  void accept_computedTables_makesAFile() {
    packet(1, true, payload(0, 1, 50, SCAN));
    assertThat(picture(0).size()).isEqualTo(new JpegSize(64, 48));
    assertThat(picture(0).sampling()).isEqualTo(ChromaSampling.YUV_420);
    assertThat(picture(0).quantization()).isEqualTo(JpegQuality.tables(50));
    assertThat(scan(0)).isEqualTo(SCAN);
    assertThat(files.getFirst()).startsWith(0xff, 0xd8).endsWith(0xff, 0xd9);
  }

  @Test
  void accept_fragments_arePutTogether() {
    packet(1, false, payload(0, 0, 50, Arrays.copyOfRange(SCAN, 0, 3)));
    packet(1, false, payload(3, 0, 50, Arrays.copyOfRange(SCAN, 3, 4)));
    packet(1, true, payload(4, 0, 50, Arrays.copyOfRange(SCAN, 4, 8)));
    assertThat(scan(0)).isEqualTo(SCAN);
    assertThat(picture(0).sampling()).isEqualTo(ChromaSampling.YUV_422);
  }

  @Test
  void accept_restartMarkers_areSaidInTheFile() {
    byte[] restart = {0, 20, (byte) 0xff, (byte) 0xff};
    packet(1, false, payload(0, 65, 50, restart, new byte[] {1, 2}));
    packet(1, true, payload(2, 65, 50, restart, new byte[] {3}));
    assertThat(picture(0).restartInterval()).isEqualTo(20);
    assertThat(scan(0)).containsExactly(1, 2, 3);
  }

  @Test
  void accept_tablesInTheStream_areTaken() {
    packet(1, true, payload(0, 1, 255, tablesHeader(0, 128), TABLES, SCAN));
    assertThat(picture(0).quantization()).isEqualTo(TABLES);
    assertThat(scan(0)).isEqualTo(SCAN);
  }

  @Test
  void accept_oneTable_isForAllComponents() {
    packet(1, true, payload(0, 1, 255, tablesHeader(0, 64), tables(64), SCAN));
    assertThat(picture(0).quantization()).startsWith(tables(64)).endsWith(tables(64)).hasSize(128);
  }

  @Test
  void accept_threeTables_areTheFirstTwo() {
    packet(1, true, payload(0, 1, 255, tablesHeader(0, 192), tables(192), SCAN));
    assertThat(picture(0).quantization()).isEqualTo(TABLES);
    assertThat(scan(0)).isEqualTo(SCAN);
  }

  @Test
  void accept_tablesNotRepeated_areThoseOfTheirQuality() {
    byte[] other = tables(128);
    other[0] = 99;
    packet(1, true, payload(0, 1, 200, tablesHeader(0, 128), TABLES, SCAN));
    packet(2, true, payload(0, 1, 201, tablesHeader(0, 128), other, SCAN));
    packet(3, true, payload(0, 1, 200, tablesHeader(0, 0), SCAN));
    assertThat(picture(2).quantization()).isEqualTo(TABLES);
  }

  @Test
  void accept_tablesNeverSent_dropsThePicture() {
    packet(1, true, payload(0, 1, 200, tablesHeader(0, 0), SCAN));
    packet(2, true, payload(0, 1, 255, tablesHeader(0, 128), TABLES, SCAN));
    packet(3, true, payload(0, 1, 255, tablesHeader(0, 0), SCAN));
    assertThat(timestamps).as("of 255 every picture brings its own").containsExactly(2);
    assertThat(counters.of(StreamEvent.PAYLOAD_MALFORMED)).isEqualTo(2);
  }

  @Test
  void accept_tablesOf16Bits_areUnsupported() {
    packet(1, true, payload(0, 1, 255, tablesHeader(1, 192), tables(192), SCAN));
    assertThat(files).isEmpty();
    assertThat(counters.of(StreamEvent.PAYLOAD_UNSUPPORTED)).isOne();
  }

  @Test
  void accept_tablesPastTheEnd_areMalformed() {
    packet(1, true, payload(0, 1, 255, tablesHeader(0, 128), SCAN));
    packet(2, true, payload(0, 1, 255, new byte[] {0, 0}));
    packet(3, true, payload(0, 65, 50, new byte[] {0}));
    packet(4, true, new byte[] {0, 0, 0, 0, 1, 50, 8});
    packet(5, true, payload(0, 1, 50, SCAN));
    assertThat(timestamps).containsExactly(5);
    assertThat(counters.of(StreamEvent.FRAME_DAMAGED)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 63, 66, 127, 128, 255})
  void accept_otherType_isUnsupported(int type) {
    packet(1, true, payload(0, type, 50, new byte[] {0, 20, 0, 0}, SCAN));
    assertThat(files).isEmpty();
    assertThat(counters.of(StreamEvent.PAYLOAD_UNSUPPORTED)).isOne();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 127})
  void accept_reservedQuality_isUnsupported(int quality) {
    packet(1, true, payload(0, 1, quality, SCAN));
    assertThat(counters.of(StreamEvent.PAYLOAD_UNSUPPORTED)).isOne();
  }

  @Test
  void accept_field_isUnsupported() {
    byte[] field = payload(0, 1, 50, SCAN);
    field[0] = 1;
    packet(1, true, field);
    assertThat(counters.of(StreamEvent.PAYLOAD_UNSUPPORTED)).isOne();
  }

  @Test
  void lost_inTheMiddle_dropsThatPictureOnly() {
    packet(1, false, payload(0, 1, 50, new byte[] {1, 2}));
    depacketizer.lost();
    packet(1, true, payload(4, 1, 50, new byte[] {5}));
    packet(2, true, payload(0, 1, 50, SCAN));
    assertThat(timestamps).containsExactly(2);
    assertThat(counters.of(StreamEvent.FRAME_DAMAGED)).isOne();
  }

  @Test
  void lost_beginningOfAPicture_dropsThatPictureOnly() {
    packet(1, true, payload(0, 1, 50, SCAN));
    depacketizer.lost();
    packet(2, false, payload(3, 1, 50, new byte[] {5}));
    packet(2, true, payload(4, 1, 50, new byte[] {6}));
    packet(3, true, payload(0, 1, 50, SCAN));
    assertThat(timestamps).containsExactly(1, 3);
    assertThat(counters.of(StreamEvent.PAYLOAD_MALFORMED)).isOne();
  }

  @Test
  void accept_offsetThatDoesNotFit_dropsThePicture() {
    packet(1, false, payload(0, 1, 50, new byte[] {1, 2}));
    packet(1, true, payload(1, 1, 50, new byte[] {3}));
    packet(2, true, payload(0, 1, 50, SCAN));
    assertThat(timestamps).containsExactly(2);
  }

  @Test
  void accept_noMarkerAtAll_endsAtTheNextPicture() {
    packet(1, false, payload(0, 1, 50, SCAN));
    packet(2, false, payload(0, 1, 50, SCAN));
    packet(2, false, payload(0, 1, 50, SCAN));
    assertThat(timestamps).containsExactly(1, 2);
    assertThat(counters.snapshot()).isEmpty();
  }

  @Test
  void accept_endMarkerInTheData_isThereOnce() {
    packet(1, true, payload(0, 1, 50, SCAN, new byte[] {(byte) 0xff, (byte) 0xd9}));
    assertThat(scan(0)).isEqualTo(SCAN);
    assertThat(HexFormat.of().formatHex(files.getFirst())).endsWith("08ffd9");
  }

  @Test
  void accept_moreThanTheBound_dropsThePictureAndGoesOn() {
    packet(1, false, payload(0, 1, 50, new byte[1500]));
    packet(1, false, payload(1500, 1, 50, new byte[1500]));
    packet(1, true, payload(3000, 1, 50, new byte[1500]));
    packet(2, true, payload(0, 1, 50, SCAN));
    assertThat(timestamps).containsExactly(2);
    assertThat(counters.of(StreamEvent.FRAME_OVERSIZE)).isOne();
  }

  @Test
  void accept_emptyPayload_isSkipped() {
    packet(1, true, new byte[0]);
    packet(1, true, payload(0, 1, 50, SCAN));
    assertThat(timestamps).containsExactly(1);
    assertThat(counters.snapshot()).isEmpty();
  }

  private static byte[] withoutSize() {
    byte[] payload = payload(0, 1, 50, SCAN);
    payload[6] = 0;
    payload[7] = 0;
    return payload;
  }

  private void large(String extension) {
    byte[] plain = Packets.bytes(number++, 1, true, withoutSize()).array();
    byte[] more = HexFormat.of().parseHex(extension);
    ByteBuffer bytes = ByteBuffer.allocate(plain.length + 4 + more.length);
    bytes.put(plain, 0, 12).putShort((short) 0xffd8).putShort((short) (more.length / 4));
    bytes.put(more).put(plain, 12, plain.length - 12).put(0, (byte) 0x90).flip();
    RtpPacket packet = new RtpPacket();
    assertThat(packet.read(bytes)).isEqualTo(RtpPacket.Reading.WELL_FORMED);
    depacketizer.accept(packet, 0);
  }

  @Test
  void accept_sizeInTheHeaderExtension_isTaken() {
    large("ffe000040000" + "ffffc00011" + "080870" + "0f00" + "03012200021101031101" + "ffff");
    assertThat(picture(0).size()).isEqualTo(new JpegSize(3840, 2160));
  }

  @Test
  void accept_ownHuffmanTablesInTheHeaderExtension_areUnsupported() {
    large("ffc4000400000000");
    assertThat(files).isEmpty();
    assertThat(counters.of(StreamEvent.PAYLOAD_UNSUPPORTED)).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ffffffff", "ffc00011", "00000000", "ffc0001108000000", "ffe0ffff"})
  void accept_headerExtensionWithoutSize_isUnsupported(String extension) {
    large(extension);
    assertThat(files).isEmpty();
    assertThat(counters.of(StreamEvent.PAYLOAD_UNSUPPORTED)).isOne();
  }

  @Test
  void accept_sizeFromTheDescription_isTakenWhereThePacketHasNone() {
    JpegDepacketizer described = depacketizer(Optional.of(new JpegSize(2560, 1440)));
    described.accept(Packets.packet(1, 1, true, withoutSize()), 0);
    described.accept(Packets.packet(2, 2, true, payload(0, 1, 50, SCAN)), 0);
    assertThat(picture(0).size()).isEqualTo(new JpegSize(2560, 1440));
    assertThat(picture(1).size()).isEqualTo(new JpegSize(64, 48));
  }
}
