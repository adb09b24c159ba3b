package io.mashrabiya.relay.route;

import io.mashrabiya.network.measure.BelievedRate;
import io.mashrabiya.network.measure.LineRate;
import io.mashrabiya.wire.link.MediaMessage;
import java.time.Duration;

/// How many bytes may be on their way to a viewer, so that what is sent next is there a bounded
/// time later: what its line carries within a round trip and [ViewerLimits#target()]. Both the rate
/// and the round trip are measured, by acknowledgements and by pings. Pure and not thread-safe.
///
/// What was sent while so many bytes were ahead of it, and was acknowledged a round trip and so
/// much later, shows how fast the line carried them ([BelievedRate]).
final class Credit {
  /// What a line is not measured below: acknowledgements are late by more than that by chance.
  private static final Duration FINEST = Duration.ofMillis(50);

  /// Few ways are longer; what a ping takes beyond that it waited behind something.
  private static final Duration LONGEST_ROUND_TRIP = Duration.ofMillis(600);

  private static final double NANOS_PER_SECOND = 1e9;

  private final ViewerLimits limits;
  private final LineRate rate = new LineRate();
  private final BelievedRate believed = new BelievedRate();
  private Duration pinged = Duration.ZERO;
  private Duration quickest = Duration.ofSeconds(Long.MAX_VALUE);
  private long quickestBytes;

  Credit(ViewerLimits limits) {
    this.limits = limits;
  }

  /// A ping, which is next to nothing, was answered after so long.
  void answered(Duration roundTrip) {
    pinged = pinged.isZero() ? roundTrip : least(pinged, roundTrip);
  }

  /// Something arrived; it is late when it took half of the target longer than the round trip.
  ///
  /// @param bytesAhead that were on their way when it was sent, its own counted
  void arrived(long bytesAhead, Duration sentAt, Duration now) {
    Duration took = now.minus(sentAt);
    quickest = least(quickest, took);
    Duration carried = pinged.isZero() ? took : greater(took.minus(roundTrip()), took.dividedBy(2));
    double seconds = Math.max(FINEST.toNanos(), carried.toNanos()) / NANOS_PER_SECOND;
    boolean isLate = took.minus(roundTrip()).multipliedBy(2).compareTo(limits.target()) > 0;
    believed.learn(bytesAhead / seconds, isLate, sentAt, now);
  }

  /// So many bytes were acknowledged at once.
  ///
  /// @param sentAt when the first of them was sent, and `newestSentAt` the last
  void acknowledged(long bytes, Duration sentAt, Duration newestSentAt, Duration now) {
    if (now.minus(newestSentAt).compareTo(quickest) <= 0) {
      quickestBytes = bytes;
    }
    boolean isCounted = roundTrip().equals(quickest); // as if it took nothing on the line
    long beyond = isCounted ? bytes - quickestBytes : bytes;
    rate.crossed(beyond, sentAt, newestSentAt, roundTrip(), now);
  }

  /// What the line carries, in bit/s; 0 while it has shown no limit.
  long limitBitsPerSecond() {
    return Math.min(MediaMessage.Carries.MOST, rate.limitBitsPerSecond());
  }

  long bytes() {
    if (!believed.isKnown()) {
      return limits.firstWindowBytes();
    }
    long within = (long) (believed.bytesPerSecond() * seconds(roundTrip().plus(limits.target())));
    return Math.min(limits.windowBytes(), within);
  }

  /// How long so many bytes take on the line, the way back not counted; nothing while nothing is
  /// known.
  Duration takes(long bytes) {
    return believed.isKnown()
        ? Duration.ofNanos((long) (bytes / believed.bytesPerSecond() * NANOS_PER_SECOND))
        : Duration.ZERO;
  }

  /// When what was sent then should have been acknowledged, with what it may be late.
  Duration dueAt(Duration sentAt, long bytesAhead) {
    Duration known = believed.isKnown() ? roundTrip() : Duration.ZERO;
    return sentAt.plus(known).plus(takes(bytesAhead)).plus(limits.target());
  }

  private Duration roundTrip() {
    Duration known = least(quickest, LONGEST_ROUND_TRIP);
    return pinged.isZero() ? known : least(pinged, known);
  }

  private static Duration greater(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static double seconds(Duration time) {
    return time.toNanos() / NANOS_PER_SECOND;
  }
}
