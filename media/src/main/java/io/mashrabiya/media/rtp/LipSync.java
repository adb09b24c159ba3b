package io.mashrabiya.media.rtp;

import java.util.OptionalLong;

/// Puts a camera's sound on the line of its pictures: what a camera heard and saw at once gets one
/// capture time, though its encoders hold one back longer than the other.
///
/// Both streams' sender reports (RFC 3550, section 6.4.1) say by one clock of the camera's when
/// something was heard or seen. Only the distance between the two is believed, never the time
/// itself, and only while it makes sense: sound is moved back from its arrival by at most
/// [#MOST_SHIFT_MICROS] and never forward. Without reports, or with wrong ones, it keeps the time
/// of its arrival.
///
/// Pure; owned by the thread that reads the camera.
public final class LipSync {
  /// How much longer than its pictures a camera may hold its sound back.
  public static final long MOST_SHIFT_MICROS = 500_000;

  private static final int SMOOTHED_PART = 16;

  private final SenderClock pictures = new SenderClock();
  private final SenderClock sound = new SenderClock();
  private OptionalLong homeMinusSender = OptionalLong.empty();
  private long shiftMicros;
  private long lastSoundMicros = Long.MIN_VALUE;

  /// What one stream's sender reports say of its timestamps.
  private static final class SenderClock {
    private boolean known;
    private long reportMicros;
    private int reportTimestamp;

    void report(long micros, int timestamp) {
      known = true;
      reportMicros = micros;
      reportTimestamp = timestamp;
    }

    long micros(int timestamp, int rateHz) {
      return reportMicros + (timestamp - reportTimestamp) * 1_000_000L / rateHz;
    }
  }

  /// A sender report came.
  ///
  /// @param ofSound whether it is the sound's
  /// @param senderMicros the camera's clock
  /// @param timestamp the stream's RTP timestamp of that moment
  void reported(boolean ofSound, long senderMicros, int timestamp) {
    (ofSound ? sound : pictures).report(senderMicros, timestamp);
  }

  /// A picture was captured then, by the home's clock.
  void pictured(int timestamp, int rateHz, long captureMicros) {
    if (pictures.known) {
      long difference = captureMicros - pictures.micros(timestamp, rateHz);
      long before = homeMinusSender.orElse(difference);
      boolean jumped = Math.abs(difference - before) > MOST_SHIFT_MICROS;
      homeMinusSender =
          OptionalLong.of(jumped ? difference : before + (difference - before) / SMOOTHED_PART);
    }
  }

  /// When sound was captured that arrived then, by the home's clock; rises from frame to frame.
  ///
  /// @param endTimestamp the RTP timestamp of its end
  long heard(int endTimestamp, int rateHz, long arrivalMicros) {
    if (sound.known && homeMinusSender.isPresent()) {
      long aligned = sound.micros(endTimestamp, rateHz) + homeMinusSender.getAsLong();
      long wanted = aligned - arrivalMicros;
      boolean sane = wanted <= 0 && wanted >= -MOST_SHIFT_MICROS;
      shiftMicros += ((sane ? wanted : 0) - shiftMicros) / SMOOTHED_PART;
    }
    lastSoundMicros = Math.max(lastSoundMicros + 1, arrivalMicros + shiftMicros);
    return lastSoundMicros;
  }
}
