package io.mashrabiya.relay.admit;

import java.time.Duration;

/// A limit of rate that lets bursts through: it holds up to `capacity` tokens, gains them at an
/// even rate, and refuses what costs more than it holds.
public final class TokenBucket {
  private final Rate rate;
  private double tokens;
  private Duration filledAt;

  /// How much may come at once, and how much over time.
  ///
  /// @param capacity tokens of a burst
  /// @param perSecond tokens gained
  public record Rate(long capacity, long perSecond) {
    public Rate {
      if (capacity < 1 || perSecond < 0) {
        throw new IllegalArgumentException("a rate must let something through");
      }
    }
  }

  public TokenBucket(Rate rate, Duration now) {
    this.rate = rate;
    tokens = rate.capacity();
    filledAt = now;
  }

  /// Takes `cost` tokens, or none if there are fewer.
  public boolean take(long cost, Duration now) {
    if (now.compareTo(filledAt) > 0) {
      double gained = now.minus(filledAt).toNanos() / 1e9 * rate.perSecond();
      tokens = Math.min((double) rate.capacity(), tokens + gained);
      filledAt = now;
    }
    if ((double) cost > tokens) {
      return false;
    }
    tokens -= (double) cost;
    return true;
  }

  /// Whether it is as full as a new one.
  public boolean isFull(Duration now) {
    return take(0, now) && tokens >= (double) rate.capacity();
  }
}
