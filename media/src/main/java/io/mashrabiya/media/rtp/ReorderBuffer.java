package io.mashrabiya.media.rtp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/// Puts the packets of one stream back into their order, for networks that change it: what comes
/// too early waits for what is missing, but not for long.
///
/// Guarantee: packets come out with rising sequence numbers, as far as the sender counts at all;
/// none waits longer than the patience once [#expire] is called; at most [#MOST_WAITING] wait. What
/// comes when its place has gone by is passed on as it is, to be judged and counted by [RtpOrder].
///
/// Pure: time is handed in, in microseconds. Owned by one thread; a packet that need not wait is
/// not copied.
public final class ReorderBuffer {
  /// A sender that is further ahead than this began again.
  public static final int MOST_WAITING = 256;

  private static final int HEADER_BYTES = 12;
  private static final byte[] NONE = {};

  private final long patienceMicros;
  private final Consumer<ByteBuffer> sink;
  private final byte[][] waiting = new byte[MOST_WAITING][];
  private final long[] arrivals = new long[MOST_WAITING];
  private int count;
  private int expected;
  private boolean started;

  /// @param sink takes packets in order; the bytes are used again after the call
  public ReorderBuffer(long patienceMicros, Consumer<ByteBuffer> sink) {
    this.patienceMicros = patienceMicros;
    this.sink = sink;
    Arrays.fill(waiting, NONE);
  }

  /// Takes a packet as it came: the bytes between position and limit, which are not kept.
  public void accept(ByteBuffer packet, long now) {
    if (packet.remaining() < HEADER_BYTES) {
      sink.accept(packet); // it is none, and is counted so
      return;
    }
    int number = packet.getShort(packet.position() + 2) & 0xffff;
    int ahead = started ? (short) (number - expected) : 0;
    if (ahead > 0 && ahead < MOST_WAITING) {
      keep(packet, number, now);
    } else {
      if (ahead >= MOST_WAITING) {
        flush();
      }
      pass(packet, number, ahead);
    }
    expire(now);
  }

  /// Gives up what is missing before packets that have waited long enough.
  public void expire(long now) {
    while (count > 0 && now - oldest() >= patienceMicros) {
      skipToNext();
    }
  }

  /// How many packets wait.
  public int waiting() {
    return count;
  }

  private void pass(ByteBuffer packet, int number, int ahead) {
    started = true;
    sink.accept(packet);
    if (ahead >= 0) {
      expected = (number + 1) & 0xffff;
      release();
    }
  }

  private void keep(ByteBuffer packet, int number, long now) {
    int slot = number % MOST_WAITING;
    if (waiting[slot].length > 0) {
      return; // the same once more
    }
    byte[] copy = new byte[packet.remaining()];
    packet.get(packet.position(), copy);
    waiting[slot] = copy;
    arrivals[slot] = now;
    count++;
  }

  /// Passes on what follows without a hole.
  private void release() {
    int slot = expected % MOST_WAITING;
    while (count > 0 && waiting[slot].length > 0) {
      byte[] packet = waiting[slot];
      waiting[slot] = NONE;
      count--;
      expected = (expected + 1) & 0xffff;
      slot = expected % MOST_WAITING;
      sink.accept(ByteBuffer.wrap(packet));
    }
  }

  private void skipToNext() {
    while (waiting[expected % MOST_WAITING].length == 0) {
      expected = (expected + 1) & 0xffff;
    }
    release();
  }

  private void flush() {
    while (count > 0) {
      skipToNext();
    }
  }

  private long oldest() {
    long oldest = Long.MAX_VALUE;
    for (int i = 0; i < MOST_WAITING; i++) {
      if (waiting[i].length > 0) {
        oldest = Math.min(oldest, arrivals[i]);
      }
    }
    return oldest;
  }
}
