package io.mashrabiya.proof.house;

import io.mashrabiya.media.scene.Mark;
import io.mashrabiya.media.scene.MarkListener;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// When each picture of one camera was drawn, by its counter; as many as a test lasts.
final class DrawnSoFar implements MarkListener {
  private final Map<Long, Instant> drawnAt = new ConcurrentHashMap<>();
  private volatile long newest;

  @Override
  public void drawn(Mark mark, long drawnAtMicros) {
    long counter = Integer.toUnsignedLong(mark.counter());
    drawnAt.put(counter, Instant.EPOCH.plus(drawnAtMicros, ChronoUnit.MICROS));
    newest = counter;
  }

  long newest() {
    return newest;
  }

  Instant at(long counter) {
    return drawnAt.get(counter);
  }
}
