package io.mashrabiya.media.rtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// The little of RTCP (RFC 3550, section 6) that is spoken here: reports and requests for key
/// frames out, goodbyes in.
///
/// Of reports that come in only the distance between a camera's two streams is used ([LipSync]):
/// its wall clock has no say.
public final class Rtcp {
  private static final int SENDER_REPORT = 200;
  private static final int RECEIVER_REPORT = 201;
  private static final int SOURCE_DESCRIPTION = 202;
  private static final int GOODBYE = 203;
  private static final int PAYLOAD_FEEDBACK = 206;
  private static final int PICTURE_LOSS = 1;
  private static final int FULL_INTRA = 4;
  private static final int CANONICAL_NAME = 1;
  private static final long SECONDS_FROM_1900_TO_1970 = 2_208_988_800L;

  private Rtcp() {}

  /// A compound packet of a sender report and a canonical name.
  ///
  /// @param now the sender's wall clock
  /// @param timestamp90k the RTP timestamp of that same moment
  public static ByteBuffer senderReport(
      int source, Instant now, int timestamp90k, long packets, long payloadBytes) {
    byte[] name = Integer.toHexString(source).getBytes(StandardCharsets.US_ASCII);
    int descriptionBytes = 4 + (2 + name.length + 1 + 3) / 4 * 4;
    ByteBuffer report = ByteBuffer.allocate(28 + 4 + descriptionBytes);
    report.put((byte) 0x80).put((byte) SENDER_REPORT).putShort((short) 6).putInt(source);
    report.putInt((int) (now.getEpochSecond() + SECONDS_FROM_1900_TO_1970));
    report.putInt((int) (((long) now.getNano() << 32) / 1_000_000_000L));
    report.putInt(timestamp90k).putInt((int) packets).putInt((int) payloadBytes);
    return describe(report, source, name, descriptionBytes);
  }

  /// A compound packet of an empty receiver report and a canonical name: that somebody is there.
  public static ByteBuffer receiverReport(int source) {
    byte[] name = Integer.toHexString(source).getBytes(StandardCharsets.US_ASCII);
    int descriptionBytes = 4 + (2 + name.length + 1 + 3) / 4 * 4;
    ByteBuffer report = ByteBuffer.allocate(8 + 4 + descriptionBytes);
    report.put((byte) 0x80).put((byte) RECEIVER_REPORT).putShort((short) 1).putInt(source);
    return describe(report, source, name, descriptionBytes);
  }

  /// Says that the pictures of a sender cannot be decoded (PLI: RFC 4585, section 6.3.1), behind a
  /// report as that standard wants it.
  ///
  /// @param source of whoever says so
  /// @param of the source of the pictures
  public static ByteBuffer pictureLoss(int source, int of) {
    ByteBuffer feedback = ByteBuffer.allocate(12);
    feedback.put((byte) (0x80 | PICTURE_LOSS)).put((byte) PAYLOAD_FEEDBACK).putShort((short) 2);
    return behindReport(source, feedback.putInt(source).putInt(of));
  }

  /// Asks a sender for a key frame (FIR: RFC 5104, section 4.3.1), behind a report.
  ///
  /// @param request counts the requests, modulo 256: the same number asks for the same key frame
  public static ByteBuffer fullIntraRequest(int source, int of, int request) {
    ByteBuffer feedback = ByteBuffer.allocate(20);
    feedback.put((byte) (0x80 | FULL_INTRA)).put((byte) PAYLOAD_FEEDBACK).putShort((short) 4);
    feedback.putInt(source).putInt(0); // whom it is for stands in the entry
    return behindReport(source, feedback.putInt(of).put((byte) request).put(new byte[3]));
  }

  private static ByteBuffer behindReport(int source, ByteBuffer feedback) {
    ByteBuffer report = receiverReport(source);
    return ByteBuffer.allocate(report.remaining() + feedback.capacity())
        .put(report)
        .put(feedback.rewind())
        .flip();
  }

  private static ByteBuffer describe(
      ByteBuffer report, int source, byte[] name, int descriptionBytes) {
    report.put((byte) 0x81).put((byte) SOURCE_DESCRIPTION);
    report.putShort((short) (descriptionBytes / 4)).putInt(source);
    report.put((byte) CANONICAL_NAME).put((byte) name.length).put(name);
    return report.rewind();
  }

  /// What a sender report says of time.
  ///
  /// @param senderMicros the sender's clock, in microseconds since 1970, right or wrong
  /// @param timestamp the RTP timestamp of that same moment
  public record SenderTime(long senderMicros, int timestamp) {}

  /// The first sender report of a compound packet: the bytes between position and limit. Bytes that
  /// are no RTCP say nothing.
  public static Optional<SenderTime> senderTime(ByteBuffer compound) {
    int at = compound.position();
    while (compound.limit() - at >= 4 && (compound.get(at) & 0xc0) == 0x80) {
      if ((compound.get(at + 1) & 0xff) == SENDER_REPORT && compound.limit() - at >= 28) {
        long seconds = (compound.getInt(at + 8) & 0xffffffffL) - SECONDS_FROM_1900_TO_1970;
        long fraction = ((compound.getInt(at + 12) & 0xffffffffL) * 1_000_000L) >>> 32;
        return Optional.of(
            new SenderTime(seconds * 1_000_000L + fraction, compound.getInt(at + 16)));
      }
      at += 4 + 4 * (compound.getShort(at + 2) & 0xffff);
    }
    return Optional.empty();
  }

  /// Whether the sender says goodbye in this compound packet: the bytes between position and limit.
  /// Bytes that are no RTCP say nothing.
  public static boolean saysGoodbye(ByteBuffer compound) {
    int at = compound.position();
    while (compound.limit() - at >= 4 && (compound.get(at) & 0xc0) == 0x80) {
      if ((compound.get(at + 1) & 0xff) == GOODBYE) {
        return true;
      }
      at += 4 + 4 * (compound.getShort(at + 2) & 0xffff);
    }
    return false;
  }
}
