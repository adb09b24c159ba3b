package io.mashrabiya.media.rtp;

import java.util.OptionalInt;

/// Watches the sequence numbers of one stream: what is missing is lost, and what comes late is not
/// waited for. Over TCP the sender left it out; over UDP a [ReorderBuffer] has waited for it
/// before.
///
/// Follows RFC 3550, appendix A.1, in that two packets in a row far behind the expected place mean
/// that the sender began again, and packets little behind it are only late, however many they are.
/// Pure; owned by one thread.
public final class RtpOrder {
  /// A gap larger than this is taken for a new numbering, and its size for no loss (RFC 3550,
  /// `MAX_DROPOUT`).
  static final int LARGEST_GAP = 3000;

  /// A network delays no packet by more than as many others (RFC 3550, `MAX_MISORDER`).
  static final int MOST_LATE = 100;

  private static final int NOTHING_LATE = -1;

  private boolean started;
  private int source;
  private int expected;
  private int afterLate = NOTHING_LATE;
  private int missing;

  /// What is to be done with a packet.
  public enum Verdict {
    /// The first of all.
    FIRST,
    /// The one that was expected.
    NEXT,
    /// Packets are missing before this one, as many as [RtpOrder#missing()] says.
    AFTER_LOSS,
    /// The sender began again, with another source or numbering: nothing before it helps to decode
    /// this one.
    RESTARTED,
    /// The same number as the packet before: drop it.
    DUPLICATE,
    /// Its place has gone by: drop it.
    LATE
  }

  /// Judges the next packet.
  public Verdict judge(RtpPacket packet) {
    int number = packet.sequenceNumber();
    Verdict verdict = started ? verdict(number, packet.source()) : Verdict.FIRST;
    switch (verdict) {
      case FIRST, NEXT, AFTER_LOSS, RESTARTED -> {
        started = true;
        source = packet.source();
        expected = (number + 1) & 0xffff;
        afterLate = NOTHING_LATE;
      }
      case DUPLICATE -> {}
      case LATE -> afterLate = (number + 1) & 0xffff;
    }
    return verdict;
  }

  /// How many packets are missing before the one judged last, when that was [Verdict#AFTER_LOSS].
  public int missing() {
    return missing;
  }

  /// The source of the packet that was passed on last; empty before the first.
  public OptionalInt source() {
    return started ? OptionalInt.of(source) : OptionalInt.empty();
  }

  private Verdict verdict(int number, int packetSource) {
    if (packetSource != source) {
      return Verdict.RESTARTED;
    }
    int ahead = (short) (number - expected);
    if (ahead == 0) {
      return Verdict.NEXT;
    }
    if (ahead > 0) {
      missing = ahead;
      return ahead > LARGEST_GAP ? Verdict.RESTARTED : Verdict.AFTER_LOSS;
    }
    if (ahead == -1) {
      return Verdict.DUPLICATE;
    }
    boolean inARow = number == afterLate;
    boolean restarted = ahead < (inARow ? -MOST_LATE : -LARGEST_GAP);
    return restarted ? Verdict.RESTARTED : Verdict.LATE;
  }
}
