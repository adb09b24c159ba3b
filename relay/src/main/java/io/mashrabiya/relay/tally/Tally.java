package io.mashrabiya.relay.tally;

import io.mashrabiya.wire.link.ByeReason;

/// What happened how often since the relay's start. Not thread-safe: it belongs to the relay's one
/// event loop, as everything that counts in it does.
@SuppressWarnings("EnumOrdinal") // an array costs the frame path nothing; nothing of it is stored
public final class Tally {
  private final long[] counts = new long[Count.values().length];
  private final long[] endings = new long[ByeReason.values().length];

  public void add(Count count) {
    add(count, 1);
  }

  public void add(Count count, long more) {
    counts[count.ordinal()] += more;
  }

  /// The relay ended a control link.
  public void ended(ByeReason reason) {
    endings[reason.ordinal()]++;
  }

  /// How many control links the relay ended for this reason.
  public long endings(ByeReason reason) {
    return endings[reason.ordinal()];
  }

  public long of(Count count) {
    return counts[count.ordinal()];
  }
}
