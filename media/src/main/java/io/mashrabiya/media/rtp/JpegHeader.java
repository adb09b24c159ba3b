package io.mashrabiya.media.rtp;

/// The headers before the JPEG data of a packet (RFC 2435, section 3.1), as a view: one instance is
/// used again for every packet. Owned by one thread.
final class JpegHeader {
  static final int MAIN_BYTES = 8;
  static final int RESTART_BYTES = 4;
  static final int TABLES_BYTES = 4;

  /// Types from here on have restart markers and a header for them (section 3.1.7).
  static final int WITH_RESTARTS = 64;

  /// Qualities from here on have their tables in the stream (section 3.1.8).
  static final int OWN_TABLES = 128;

  /// The quality whose tables every picture brings itself.
  static final int TABLES_OF_THEIR_OWN = 255;

  private static final int LAST_FIELD = 2;

  private RtpPacket packet = new RtpPacket();
  private int dataAt;

  /// Looks at a packet. Unless this is `true` the other methods mean nothing: then the packet ends
  /// within its headers.
  boolean read(RtpPacket next) {
    packet = next;
    if (packet.payloadLength() < MAIN_BYTES) {
      return false;
    }
    dataAt = MAIN_BYTES + (type() < WITH_RESTARTS ? 0 : RESTART_BYTES);
    if (dataAt <= packet.payloadLength() && hasTables()) {
      dataAt += TABLES_BYTES;
      dataAt += dataAt <= packet.payloadLength() ? packet.payloadShort(dataAt - 2) : 0;
    }
    return dataAt <= packet.payloadLength();
  }

  /// Where in the scan the data of this packet belongs, in bytes.
  int fragmentOffset() {
    return ((packet.payloadByte(1) & 0xff) << 16) | packet.payloadShort(2);
  }

  /// What kind of JPEG it is.
  int type() {
    return packet.payloadByte(4) & 0xff;
  }

  /// Which quantization tables.
  int quality() {
    return packet.payloadByte(5) & 0xff;
  }

  /// In pixels; 0 if it has to be known from elsewhere.
  int width() {
    return 8 * (packet.payloadByte(6) & 0xff);
  }

  /// In pixels; 0 if it has to be known from elsewhere.
  int height() {
    return 8 * (packet.payloadByte(7) & 0xff);
  }

  /// Whether it is one field of an interlaced picture.
  boolean isField() {
    int specific = packet.payloadByte(0);
    return specific == 1 || specific == LAST_FIELD;
  }

  /// How many blocks stand between restart markers; 0 if there are none.
  int restartInterval() {
    return type() < WITH_RESTARTS ? 0 : packet.payloadShort(MAIN_BYTES);
  }

  /// Whether there is a header for quantization tables.
  boolean hasTables() {
    return quality() >= OWN_TABLES && fragmentOffset() == 0;
  }

  /// How many bytes of tables there are; 0 if those of before hold.
  int tablesLength() {
    return packet.payloadShort(tablesAt() - 2);
  }

  /// A bit for each table whose numbers have 16 bits.
  int tablesPrecision() {
    return packet.payloadByte(tablesAt() - TABLES_BYTES + 1);
  }

  /// Where the tables begin.
  int tablesAt() {
    return MAIN_BYTES + (type() < WITH_RESTARTS ? 0 : RESTART_BYTES) + TABLES_BYTES;
  }

  /// Where the data begins.
  int dataAt() {
    return dataAt;
  }
}
