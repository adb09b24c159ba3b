package io.mashrabiya.media.rtp;

/// Tells frames that waited on their way from a sender's clock that makes no sense, where they are
/// later than jitter makes them. What has waited becomes late at once, with a gap between two
/// arrivals that is much longer than the usual one, and what waits behind it comes quicker than it
/// was taken.
///
/// Pure: time is handed in. Owned by one thread.
final class HeldBack {
  /// A camera is given up after half of that without a packet; pauses may follow one another.
  static final long MOST_MICROS = 10_000_000;

  /// If what seems to be held back does not become less for so long, the sender's clock has jumped.
  static final long PATIENCE_MICROS = 2_000_000;

  /// By what it has to become less.
  private static final long LESS_MICROS = 100_000;

  /// Pauses without anything quicker between them are no pauses but the sender's rate.
  private static final int MOST_PAUSES = 2;

  /// A pause is longer than the usual gap between two frames by that.
  private static final int PAUSE_FACTOR = 3;

  private static final int USUAL_PART = 16;

  private final long jitterMicros;
  private long lastArrivalMicros;
  private long usualGapMicros;
  private long leastLateMicros; // 0 while nothing is held back
  private long leastLateAtMicros;
  private int pauses; // since it became less

  /// @param jitterMicros what is later by no more is not held back
  HeldBack(long jitterMicros) {
    this.jitterMicros = jitterMicros;
  }

  /// A session begins with a frame that arrived then.
  void begins(long arrivalMicros) {
    lastArrivalMicros = arrivalMicros;
  }

  /// Another frame has arrived, and was judged.
  void arrived(long arrivalMicros) {
    usualGapMicros += (arrivalMicros - lastArrivalMicros - usualGapMicros) / USUAL_PART;
    lastArrivalMicros = arrivalMicros;
  }

  /// Nothing is, or the sender's clock has jumped.
  void ends() {
    leastLateMicros = 0;
    pauses = 0;
  }

  /// Whether the next frame is, which is late by more than jitter.
  ///
  /// @param intervalMicros since the one before, by the sender's clock
  boolean holds(long lateMicros, long intervalMicros, long arrivalMicros) {
    long gapMicros = arrivalMicros - lastArrivalMicros;
    boolean isPause =
        gapMicros - intervalMicros > jitterMicros
            && gapMicros > PAUSE_FACTOR * usualGapMicros
            && pauses < MOST_PAUSES;
    boolean isLess = leastLateMicros > 0 && lateMicros <= leastLateMicros - LESS_MICROS;
    if (isPause || isLess) {
      pauses = isPause ? pauses + 1 : 0;
      leastLateMicros = lateMicros;
      leastLateAtMicros = arrivalMicros;
    }
    return lateMicros <= MOST_MICROS
        && leastLateMicros > 0
        && arrivalMicros - leastLateAtMicros <= PATIENCE_MICROS;
  }
}
