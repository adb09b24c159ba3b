package io.mashrabiya.media.jpeg;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/// Writes what stands before the scan of a JFIF file (ITU-T T.81, annex B; ITU-T T.871).
final class JpegHead {
  private static final int MOST_BYTES = 1024;
  private static final byte[] JFIF = HexFormat.of().parseHex("4a46494600010100000100010000");
  private static final byte[] HUFFMAN = HuffmanTables.segment();
  private static final byte[] SCAN = HexFormat.of().parseHex("03010002110311003f00");
  private static final int BITS = 8;

  private final ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);

  private JpegHead() {}

  static byte[] of(BaselineJpeg picture) {
    return new JpegHead().write(picture);
  }

  private byte[] write(BaselineJpeg picture) {
    bytes.putShort((short) Marker.START_OF_IMAGE);
    segment(Marker.APPLICATION_0, JFIF);
    byte[] tables = picture.quantization();
    boolean chroma = tables.length > BaselineJpeg.TABLE_BYTES;
    begin(Marker.QUANTIZATION_TABLES, 1 + BaselineJpeg.TABLE_BYTES)
        .put((byte) 0)
        .put(tables, 0, BaselineJpeg.TABLE_BYTES);
    if (chroma) {
      begin(Marker.QUANTIZATION_TABLES, 1 + BaselineJpeg.TABLE_BYTES)
          .put((byte) 1)
          .put(tables, BaselineJpeg.TABLE_BYTES, BaselineJpeg.TABLE_BYTES);
    }
    if (picture.restartInterval() > 0) {
      begin(Marker.RESTART_INTERVAL, 2).putShort((short) picture.restartInterval());
    }
    frame(picture, chroma ? 1 : 0);
    segment(Marker.HUFFMAN_TABLES, HUFFMAN);
    segment(Marker.START_OF_SCAN, SCAN);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private void frame(BaselineJpeg picture, int chromaTable) {
    begin(Marker.BASELINE_FRAME, 15)
        .put((byte) BITS)
        .putShort((short) picture.size().height())
        .putShort((short) picture.size().width())
        .put((byte) 3);
    component(1, picture.sampling().lumaFactors(), 0);
    component(2, ChromaSampling.CHROMA_FACTORS, chromaTable);
    component(3, ChromaSampling.CHROMA_FACTORS, chromaTable);
  }

  private void component(int id, int factors, int table) {
    bytes.put((byte) id).put((byte) factors).put((byte) table);
  }

  private void segment(int marker, byte[] content) {
    begin(marker, content.length).put(content);
  }

  private ByteBuffer begin(int marker, int contentBytes) {
    return bytes.putShort((short) marker).putShort((short) (2 + contentBytes));
  }
}
