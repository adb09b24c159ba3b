package io.mashrabiya.media.rtp;

/// Turns arrival times into capture times: the home's clock at a frame's arrival, with the jitter
/// of the network taken out by the intervals between the sender's RTP timestamps. What was held
/// back for seconds and then comes at once, as behind a slow Wi-Fi, is as old as these intervals
/// say.
///
/// Guarantee: a capture time is never later than the arrival (but for the microsecond that makes it
/// rise), never earlier than the arrival by more than [#MOST_SMOOTHING_MICROS], or
/// [HeldBack#MOST_MICROS] while what was held back comes quicker than it was taken and for
/// [HeldBack#PATIENCE_MICROS] more, and always later than the one before. The sender's clock has no
/// other say: one that jumps, stands still, runs backwards or runs at the wrong rate loses the
/// smoothing.
///
/// Not guaranteed: that the picture was taken then. What the camera and the network always hold
/// back cannot be seen from here, and neither can what becomes late little by little.
///
/// Frames with reordering (B-frames) carry timestamps that go back and forth; those get their
/// arrival times. Pure: time is handed in. Owned by one thread.
public final class RtpClock {
  /// How far smoothing may move a capture time before its frame's arrival.
  public static final long MOST_SMOOTHING_MICROS = 500_000;

  /// Intervals above this are a jump of the sender's clock, not a pause.
  private static final long LONGEST_INTERVAL_MICROS = 10_000_000;

  /// A late frame moves the line by this part of its lateness, so that a sender's slow clock is
  /// followed.
  private static final int FOLLOWED_PART = 64;

  private final int rateHz;
  private final HeldBack heldBack = new HeldBack(MOST_SMOOTHING_MICROS);
  private boolean started;
  private int lastTimestamp;
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
      heldBack.begins(arrivalMicros);
      return arrivalMicros;
    }
    long intervalMicros = (timestamp - lastTimestamp) * 1_000_000L / rateHz;
    long expectedMicros = lineMicros + intervalMicros;
    long lateMicros = arrivalMicros - expectedMicros;
    boolean isSane = intervalMicros > 0 && intervalMicros <= LONGEST_INTERVAL_MICROS;
    boolean isJitter = isSane && lateMicros <= MOST_SMOOTHING_MICROS;
    boolean isHeldBack =
        isSane && !isJitter && heldBack.holds(lateMicros, intervalMicros, arrivalMicros);
    heldBack.arrived(arrivalMicros);
    if (isHeldBack) {
      return expectedMicros;
    }
    heldBack.ends();
    if (isJitter) {
      return lateMicros <= 0 ? arrivalMicros : expectedMicros + lateMicros / FOLLOWED_PART;
    }
    jumps++;
    return arrivalMicros;
  }
}
