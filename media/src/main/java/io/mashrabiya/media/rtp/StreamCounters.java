package io.mashrabiya.media.rtp;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what happens while a stream is read. One thread counts; any thread may look at any time,
/// without a lock.
public final class StreamCounters {
  private final Map<StreamEvent, AtomicLong> counts = new EnumMap<>(StreamEvent.class);

  public StreamCounters() {
    for (StreamEvent event : StreamEvent.values()) {
      counts.put(event, new AtomicLong());
    }
  }

  /// Counts one event; only for the thread that reads the stream.
  public void count(StreamEvent event) {
    count(event, 1);
  }

  /// Counts several events of one kind; only for the thread that reads the stream.
  public void count(StreamEvent event, long times) {
    AtomicLong count = counter(event);
    count.setRelease(count.getPlain() + times);
  }

  /// How often something happened until now.
  public long of(StreamEvent event) {
    return counter(event).getAcquire();
  }

  /// All that happened at least once.
  public Map<StreamEvent, Long> snapshot() {
    Map<StreamEvent, Long> seen = new EnumMap<>(StreamEvent.class);
    counts.forEach((event, count) -> seen.put(event, count.getAcquire()));
    seen.values().removeIf(count -> count == 0);
    return seen;
  }

  private AtomicLong counter(StreamEvent event) {
    AtomicLong count = counts.get(event);
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
