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
/// A sender that begins again, with another source or another numbering, is put in order from
/// there.
///
/// Pure: time is handed in, in microseconds. Owned by one thread; a packet that need not wait is
/// not copied.
public final class ReorderBuffer {
  /// A sender that is further ahead or behind than this began again.
  public static final int MOST_WAITING = 256;

  private static final int HEADER_BYTES = 12;
  private static final int NUMBER_AT = 2;
  private static final int SOURCE_AT = 8;
  private static final byte[] NONE = {};

  private final long patienceMicros;
  private final Consumer<ByteBuffer> sink;
  private final byte[][] waiting = new byte[MOST_WAITING][];
  private final long[] arrivals = new long[MOST_WAITING];
  private int count;
  private long oldestArrival; // of what waits
  private int expected;
  private int source;
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
    int number = packet.getShort(packet.position() + NUMBER_AT) & 0xffff;
    int ahead = (short) (number - expected);
    if (!continues(packet, ahead)) {
      begin(packet, number);
    } else if (ahead > 0) {
      keep(packet, number, now);
    } else {
      pass(packet, ahead);
    }
    expire(now);
  }

  /// Gives up what is missing before packets that have waited long enough.
  public void expire(long now) {
    while (count > 0 && now - oldestArrival >= patienceMicros) {
      skipToNext();
    }
  }

  /// How many packets wait.
  public int waiting() {
    return count;
  }

  private boolean continues(ByteBuffer packet, int ahead) {
    return started
        && packet.getInt(packet.position() + SOURCE_AT) == source
        && ahead < MOST_WAITING
        && ahead >= -MOST_WAITING;
  }

  private void begin(ByteBuffer packet, int number) {
    flush();
    started = true;
    source = packet.getInt(packet.position() + SOURCE_AT);
    expected = number;
    pass(packet, 0);
  }

  private void pass(ByteBuffer packet, int ahead) {
    sink.accept(packet);
    if (ahead == 0) {
      expected = (expected + 1) & 0xffff;
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
    oldestArrival = count == 0 ? now : Math.min(oldestArrival, now);
    count++;
  }

  /// Passes on what follows without a hole. Only then may the oldest be another one.
  private void release() {
    int slot = expected % MOST_WAITING;
    boolean released = false;
    while (waiting[slot].length > 0) {
      byte[] packet = waiting[slot];
      waiting[slot] = NONE;
      count--;
      released = true;
      expected = (expected + 1) & 0xffff;
      slot = expected % MOST_WAITING;
      sink.accept(ByteBuffer.wrap(packet));
    }
    if (released && count > 0) {
      oldestArrival = oldest();
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
