package io.mashrabiya.relay.tally;

/// What happened how often since the relay's start. Not thread-safe: it belongs to the relay's one
/// event loop, as everything that counts in it does.
@SuppressWarnings("EnumOrdinal") // an array costs the frame path nothing; nothing of it is stored
public final class Tally {
  private final long[] counts = new long[Count.values().length];

  public void add(Count count) {
    add(count, 1);
  }

  public void add(Count count, long more) {
    counts[count.ordinal()] += more;
  }

  public long of(Count count) {
    return counts[count.ordinal()];
  }
}
