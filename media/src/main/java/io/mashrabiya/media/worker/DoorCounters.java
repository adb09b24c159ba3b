package io.mashrabiya.media.worker;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// Counts what happens at the native door. Any thread counts and looks.
public final class DoorCounters {
  private final Map<DoorEvent, LongAdder> counts = new EnumMap<>(DoorEvent.class);

  DoorCounters() {
    for (DoorEvent event : DoorEvent.values()) {
      counts.put(event, new LongAdder());
    }
  }

  void count(DoorEvent event) {
    counter(event).increment();
  }

  /// How often something happened until now.
  public long of(DoorEvent event) {
    return counter(event).sum();
  }

  /// All that happened at least once.
  public Map<DoorEvent, Long> snapshot() {
    Map<DoorEvent, Long> seen = new EnumMap<>(DoorEvent.class);
    counts.forEach((event, count) -> seen.put(event, count.sum()));
    seen.values().removeIf(count -> count == 0);
    return seen;
  }

  private LongAdder counter(DoorEvent event) {
    LongAdder count = counts.get(event);
    if (count == null) {
      throw new IllegalStateException("not counted: " + event);
    }
    return count;
  }

  @Override
  public String toString() {
    return snapshot().toString();
  }
}
