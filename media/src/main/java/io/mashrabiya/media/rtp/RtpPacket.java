package io.mashrabiya.media.rtp;

import java.nio.ByteBuffer;

/// A view of one RTP packet (RFC 3550, section 5.1) over bytes that belong to somebody else.
///
/// One instance is used again for every packet: what it says holds until the next
/// [#read(ByteBuffer)] or until the bytes below it change. Owned by one thread.
public final class RtpPacket {
  static final int HEADER_BYTES = 12;

  private static final int VERSION = 2;
  private static final int NO_EXTENSION = -1;

  private ByteBuffer bytes = ByteBuffer.allocate(0);
  private int start;
  private int extensionOffset;
  private int payloadOffset;
  private int payloadEnd;

  /// What reading one came to.
  public enum Reading {
    /// All fields and the payload lie within the bytes.
    WELL_FORMED,
    /// Fewer bytes than the fixed header has.
    TOO_SHORT,
    /// The version is not 2.
    WRONG_VERSION,
    /// The list of contributing sources goes past the end.
    SOURCES_PAST_END,
    /// The header extension goes past the end.
    EXTENSION_PAST_END,
    /// The padding count is zero or more than there is.
    PADDING_PAST_END
  }

  /// Looks at the bytes between the buffer's position and limit. Unless the answer is
  /// [Reading#WELL_FORMED] the other methods mean nothing.
  public Reading read(ByteBuffer packet) {
    bytes = packet;
    start = packet.position();
    payloadEnd = packet.limit();
    if (payloadEnd - start < HEADER_BYTES) {
      return Reading.TOO_SHORT;
    }
    int first = packet.get(start) & 0xff;
    if (first >> 6 != VERSION) {
      return Reading.WRONG_VERSION;
    }
    payloadOffset = start + HEADER_BYTES + 4 * (first & 0x0f);
    extensionOffset = NO_EXTENSION;
    if (payloadOffset > payloadEnd) {
      return Reading.SOURCES_PAST_END;
    }
    if ((first & 0x10) != 0 && !skipExtension()) {
      return Reading.EXTENSION_PAST_END;
    }
    if ((first & 0x20) != 0 && !cutPadding()) {
      return Reading.PADDING_PAST_END;
    }
    return Reading.WELL_FORMED;
  }

  /// Whether the marker bit is set; in video, on the last packet of a picture.
  public boolean marker() {
    return bytes.get(start + 1) < 0;
  }

  /// The payload type, 0 to 127.
  public int payloadType() {
    return bytes.get(start + 1) & 0x7f;
  }

  /// The sequence number, 0 to 65535.
  public int sequenceNumber() {
    return bytes.getShort(start + 2) & 0xffff;
  }

  /// The timestamp as it stands on the wire: 32 bits, to be compared by difference only.
  public int timestamp() {
    return bytes.getInt(start + 4);
  }

  /// The synchronization source (SSRC).
  public int source() {
    return bytes.getInt(start + 8);
  }

  /// How many bytes of payload there are, without padding; 0 is well-formed.
  public int payloadLength() {
    return payloadEnd - payloadOffset;
  }

  /// One byte of the payload.
  public byte payloadByte(int at) {
    if (at < 0 || at >= payloadLength()) {
      throw new IndexOutOfBoundsException(at);
    }
    return bytes.get(payloadOffset + at);
  }

  /// Two bytes of the payload as an unsigned number.
  public int payloadShort(int at) {
    return ((payloadByte(at) & 0xff) << 8) | (payloadByte(at + 1) & 0xff);
  }

  /// Copies part of the payload to where the target's position is.
  public void copyPayload(int at, int length, byte[] target, int targetOffset) {
    if (at < 0 || length < 0 || length > payloadLength() - at) {
      throw new IndexOutOfBoundsException(at);
    }
    bytes.get(payloadOffset + at, target, targetOffset, length);
  }

  /// What kind of header extension there is (`defined by profile`, section 5.3.1), 0 to 65535; -1
  /// if there is none.
  int extensionProfile() {
    return extensionOffset == NO_EXTENSION ? -1 : bytes.getShort(extensionOffset) & 0xffff;
  }

  /// How many bytes the header extension has behind its own head.
  int extensionLength() {
    return extensionOffset == NO_EXTENSION ? 0 : 4 * (bytes.getShort(extensionOffset + 2) & 0xffff);
  }

  /// Two bytes of the header extension as an unsigned number.
  int extensionShort(int at) {
    if (at < 0 || at + 2 > extensionLength()) {
      throw new IndexOutOfBoundsException(at);
    }
    return bytes.getShort(extensionOffset + 4 + at) & 0xffff;
  }

  private boolean skipExtension() {
    if (payloadEnd - payloadOffset < 4) {
      return false;
    }
    extensionOffset = payloadOffset;
    payloadOffset += 4 + 4 * (bytes.getShort(payloadOffset + 2) & 0xffff);
    return payloadOffset <= payloadEnd;
  }

  private boolean cutPadding() {
    if (payloadEnd == payloadOffset) {
      return false;
    }
    int padding = bytes.get(payloadEnd - 1) & 0xff;
    payloadEnd -= padding;
    return padding != 0 && payloadEnd >= payloadOffset;
  }
}
