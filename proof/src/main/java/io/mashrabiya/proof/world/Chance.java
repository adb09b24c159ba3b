package io.mashrabiya.proof.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// All that is left to chance in a history, from its seed alone.
public final class Chance {
  private final SplittableRandom random;

  public Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /// One in so many.
  public boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  /// From 0 on.
  public int below(int bound) {
    return random.nextInt(bound);
  }

  public Duration between(Duration least, Duration most) {
    return Duration.ofNanos(random.nextLong(least.toNanos(), most.toNanos() + 1));
  }

  public <T> T of(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  public <T> Optional<T> ofAny(List<T> things) {
    return things.isEmpty() ? Optional.empty() : Optional.of(of(things));
  }

  public void fill(byte[] bytes) {
    random.nextBytes(bytes);
  }
}
