package io.mashrabiya.media.rtp;

/// Turns arrival times into capture times: the home's clock at a frame's arrival, with the jitter
/// of the network taken out by the intervals between the sender's RTP timestamps. What was held
/// back for seconds and then comes at once, as behind a slow Wi-Fi, is as old as these intervals
/// say.
///
/// Guarantee: a capture time is never later than the arrival (but for the microsecond that makes it
/// rise), never earlier than the arrival by more than [#MOST_SMOOTHING_MICROS], or
/// [#MOST_HELD_BACK_MICROS] while what was held back comes quicker than it was taken and for
/// [#PATIENCE_MICROS] more, and always later than the one before. The sender's clock has no other
/// say: one that jumps, stands still, runs backwards or runs at the wrong rate loses the smoothing.
///
/// Not guaranteed: that the picture was taken then. What the camera and the network always hold
/// back cannot be seen from here, and neither can what becomes late little by little.
///
/// Frames with reordering (B-frames) carry timestamps that go back and forth; those get their
/// arrival times. Pure: time is handed in. Owned by one thread.
public final class RtpClock {
  /// How far smoothing may move a capture time before its frame's arrival.
  public static final long MOST_SMOOTHING_MICROS = 500_000;

  /// A camera is given up after half of that without a packet; pauses may follow one another.
  public static final long MOST_HELD_BACK_MICROS = 10_000_000;

  /// If what seems to be held back does not become less for so long, the sender's clock has jumped.
  static final long PATIENCE_MICROS = 2_000_000;

  /// By what it has to become less.
  private static final long LESS_MICROS = 100_000;

  /// Pauses without anything quicker between them are no pauses but the sender's rate.
  private static final int MOST_PAUSES = 2;

  /// A pause is longer than the usual gap between two frames by that.
  private static final int PAUSE_FACTOR = 3;

  private static final int USUAL_PART = 16;

  /// Intervals above this are a jump of the sender's clock, not a pause.
  private static final long LONGEST_INTERVAL_MICROS = 10_000_000;

  /// A late frame moves the line by this part of its lateness, so that a sender's slow clock is
  /// followed.
  private static final int FOLLOWED_PART = 64;

  private final int rateHz;
  private boolean started;
  private int lastTimestamp;
  private long lastArrivalMicros;
  private long leastLateMicros; // of what is held back; 0 while nothing is
  private long leastLateAtMicros;
  private int pauses; // since it became less
  private long usualGapMicros;
  private long lineMicros;
  private long lastCaptureMicros;
  private long jumps;

  /// @param rateHz how many units of the sender's timestamps make a second
  public RtpClock(int rateHz) {
    if (rateHz < 1) {
      throw new IllegalArgumentException("a clock runs: " + rateHz);
    }
    this.rateHz = rateHz;
  }

  /// The capture time, in microseconds, of the frame with this RTP timestamp that arrived then by
  /// the home's clock.
  public long captureMicros(int timestamp, long arrivalMicros) {
    lineMicros = line(timestamp, arrivalMicros);
    lastTimestamp = timestamp;
    if (started) {
      usualGapMicros += (arrivalMicros - lastArrivalMicros - usualGapMicros) / USUAL_PART;
    }
    lastArrivalMicros = arrivalMicros;
    lastCaptureMicros = started ? Math.max(lineMicros, lastCaptureMicros + 1) : lineMicros;
    started = true;
    return lastCaptureMicros;
  }

  /// How often the sender's clock made no sense and the arrival time was taken as it is.
  public long jumps() {
    return jumps;
  }

  private long line(int timestamp, long arrivalMicros) {
    if (!started) {
      return arrivalMicros;
    }
    long intervalMicros = (timestamp - lastTimestamp) * 1_000_000L / rateHz;
    long expectedMicros = lineMicros + intervalMicros;
    long lateMicros = arrivalMicros - expectedMicros;
    boolean isSane = intervalMicros > 0 && intervalMicros <= LONGEST_INTERVAL_MICROS;
    if (isSane && lateMicros <= MOST_SMOOTHING_MICROS) {
      nothingIsHeldBack();
      return lateMicros <= 0 ? arrivalMicros : expectedMicros + lateMicros / FOLLOWED_PART;
    }
    if (isSane && isHeldBack(lateMicros, intervalMicros, arrivalMicros)) {
      return expectedMicros;
    }
    jumps++;
    nothingIsHeldBack();
    return arrivalMicros;
  }

  private void nothingIsHeldBack() {
    leastLateMicros = 0;
    pauses = 0;
  }

  /// A clock that is slow becomes late little by little, what is held back at once.
  private boolean isHeldBack(long lateMicros, long intervalMicros, long arrivalMicros) {
    long gapMicros = arrivalMicros - lastArrivalMicros;
    boolean isPause =
        gapMicros - intervalMicros > MOST_SMOOTHING_MICROS
            && gapMicros > PAUSE_FACTOR * usualGapMicros
            && pauses < MOST_PAUSES;
    boolean isLess = leastLateMicros > 0 && lateMicros <= leastLateMicros - LESS_MICROS;
    if (isPause || isLess) {
      pauses = isPause ? pauses + 1 : 0;
      leastLateMicros = lateMicros;
      leastLateAtMicros = arrivalMicros;
    }
    return lateMicros <= MOST_HELD_BACK_MICROS
        && leastLateMicros > 0
        && arrivalMicros - leastLateAtMicros <= PATIENCE_MICROS;
  }
}
