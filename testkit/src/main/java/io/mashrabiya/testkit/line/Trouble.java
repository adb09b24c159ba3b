package io.mashrabiya.testkit.line;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What a line does to packets on top of its shape, while a test tells it to: nothing passes, or
/// nothing of conversations that are older, as where a device came to another network, or where a
/// router in between forgot them. Nobody closes anything. For any threads.
final class Trouble {
  private static final int IHL_MASK = 0xf;
  private static final int WORD_BYTES = 4;
  private static final int PORTS_BYTES = 4;
  private static final int PROTOCOL_AT = 9;
  private static final int TCP = 6;

  private final Set<Integer> seen = ConcurrentHashMap.newKeySet();
  private final Set<Integer> forgotten = ConcurrentHashMap.newKeySet();
  private volatile boolean isBroken;

  void setBroken(boolean value) {
    isBroken = value;
  }

  /// Every conversation until now is dead.
  void forget() {
    forgotten.addAll(seen);
  }

  /// Whether a packet of IPv4 gets no further.
  boolean swallows(byte[] packet) {
    if (isBroken) {
      return true;
    }
    int ports = (packet[0] & IHL_MASK) * WORD_BYTES;
    if (packet[PROTOCOL_AT] != TCP || packet.length < ports + PORTS_BYTES) {
      return false;
    }
    int from = port(packet, ports);
    int to = port(packet, ports + 2);
    int conversation = (Math.min(from, to) << Short.SIZE) | Math.max(from, to); // both ways alike
    seen.add(conversation);
    return forgotten.contains(conversation);
  }

  private static int port(byte[] packet, int at) {
    return ((packet[at] & 0xff) << Byte.SIZE) | (packet[at + 1] & 0xff);
  }
}
