package io.mashrabiya.media.jpeg;

import java.nio.ByteBuffer;

/// A JPEG picture as RTP can carry it: baseline, three components, one scan, the typical Huffman
/// tables (ITU-T T.81; RFC 2435, section 3.1).
///
/// @param restartInterval how many blocks of the scan stand between restart markers, 0 to 65,535; 0
///   if there are none
/// @param quantization one table for all components or one for luma and one for chroma: 64 or 128
///   bytes, each table in zigzag order. Shared, not copied
/// @param scan the entropy-coded data with its restart markers, without the end marker; shared, not
///   copied
public record BaselineJpeg(
    JpegSize size,
    ChromaSampling sampling,
    int restartInterval,
    byte[] quantization,
    ByteBuffer scan) {
  /// How many bytes a quantization table has.
  public static final int TABLE_BYTES = 64;

  /// What reading a file came to.
  public sealed interface Reading {
    /// A picture that RTP can carry.
    record Understood(BaselineJpeg picture) implements Reading {}

    /// No such picture.
    ///
    /// @param words what it is instead, for a person who chose the encoder
    record Refused(String words) implements Reading {}
  }

  /// Reads a file: up to the end marker, or to its end if there is none.
  public static Reading read(byte[] file) {
    return new BaselineJpegReader(file).read();
  }

  /// Everything of a JFIF file that stands before the scan.
  public byte[] head() {
    return JpegHead.of(this);
  }
}
