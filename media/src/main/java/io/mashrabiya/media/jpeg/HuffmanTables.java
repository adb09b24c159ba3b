package io.mashrabiya.media.jpeg;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// The Huffman tables that nearly every camera uses, and the only ones that RTP can carry (ITU-T
/// T.81, annex K.3; RFC 2435, section 3.1.7): for each table its class and number, how many codes
/// there are of each length, and their values.
final class HuffmanTables {
  private static final int LENGTHS = 16;

  private static final List<byte[]> TYPICAL =
      List.of(
          table("00", "00010501010101010100000000000000", "000102030405060708090a0b"),
          table(
              "10",
              "0002010303020403050504040000017d",
              "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718"
                  + "191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a73"
                  + "7475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8"
                  + "b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa"),
          table("01", "00030101010101010101010000000000", "000102030405060708090a0b"),
          table(
              "11",
              "00020102040403040705040400010277",
              "0001020311040521310612415107617113223281081442"
                  + "91a1b1c109233352f0156272d10a1624"
                  + "34e125f11718191a262728292a35363738393a434445464748494a535455565758595a6364656667"
                  + "68696a737475767778797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3"
                  + "b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7"
                  + "f8f9fa"));

  private HuffmanTables() {}

  private static byte[] table(String name, String lengths, String values) {
    return HexFormat.of().parseHex(name + lengths + values);
  }

  /// All of them as the content of one segment.
  static byte[] segment() {
    int size = TYPICAL.stream().mapToInt(table -> table.length).sum();
    ByteBuffer all = ByteBuffer.allocate(size);
    TYPICAL.forEach(all::put);
    return all.array();
  }

  /// Whether the content of a segment holds nothing but these tables, wholly.
  static boolean areTypical(ByteBuffer segment) {
    while (segment.hasRemaining()) {
      if (segment.remaining() <= LENGTHS) {
        return false;
      }
      int size = 1 + LENGTHS;
      for (int i = 1; i <= LENGTHS; i++) {
        size += segment.get(segment.position() + i) & 0xff;
      }
      if (size > segment.remaining()) {
        return false;
      }
      byte[] table = new byte[size];
      segment.get(table);
      if (TYPICAL.stream().noneMatch(typical -> Arrays.equals(typical, table))) {
        return false;
      }
    }
    return true;
  }
}
