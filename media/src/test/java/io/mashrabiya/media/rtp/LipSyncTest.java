package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.Track;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Hours of a camera that saw and heard something at once, and sends it by encoders that hold it
/// back for different times, over a network that is uneven, by a clock that drifts.
class LipSyncTest {
  private static final int PICTURE_HZ = 90_000;
  private static final int SOUND_HZ = 16_000;
  private static final int UNIT_TICKS = 1024;
  private static final long PICTURE_MICROS = 66_667;
  private static final long UNIT_MICROS = 64_000;
  private static final long START_MICROS = 1_700_000_000_000_000L;
  private static final byte[] IDR = {0x65, (byte) 0x88, 1};

  private final StreamCounters counters = new StreamCounters();
  private final LipSync lipSync = new LipSync();
  private long now = START_MICROS;
  private long pictureLag;
  private long soundLag;

  private final RtpReceiver pictures =
      new RtpReceiver(
          RtpStream.h264(
              96,
              List.of(
                  io.mashrabiya.media.SyntheticPictures.SPS,
                  io.mashrabiya.media.SyntheticPictures.PPS)),
          () -> now,
          counters,
          lipSync,
          frame -> pictureLag = lag(frame));
  private final RtpReceiver sound =
      new RtpReceiver(
          new RtpStream(
              Track.sound(new SoundFormat(SoundCodec.AAC, SOUND_HZ, 1, new byte[] {0x14, 8})),
              97,
              SOUND_HZ,
              (counts, sink) -> new WholePacketDepacketizer(sink)),
          () -> now,
          counters,
          lipSync,
          frame -> soundLag = lag(frame));

  private long happenedMicros;

  /// How long after it happened something was captured.
  private long lag(Frame frame) {
    return frame.captureTimeMicros() - happenedMicros;
  }

  private static ByteBuffer packet(int type, int number, int timestamp, byte... payload) {
    ByteBuffer packet = Packets.bytes(number, timestamp, true, payload);
    packet.put(1, (byte) (0x80 | type));
    return packet;
  }

  private static int ticks(long micros, int rateHz) {
    return (int) (micros / 1_000_000 * rateHz + micros % 1_000_000 * rateHz / 1_000_000);
  }

  private static ByteBuffer report(long senderMicros, long streamMicros, int rateHz) {
    Instant instant = Instant.EPOCH.plus(senderMicros, ChronoUnit.MICROS);
    return Rtcp.senderReport(1, instant, ticks(streamMicros, rateHz), 1, 1);
  }

  /// Plays an hour; says by how much sound and picture of one moment differ at its end, at most.
  ///
  /// @param heldMicros how much longer sound is held back by the camera than pictures
  /// @param soundReport what a sender report of the sound says instead of the camera's time
  private long hour(double drift, long heldMicros, boolean reports, LongUnaryOperator soundReport) {
    Random random = new Random(5);
    long most = 0;
    long nextPicture = 0;
    long nextSound = 0;
    for (int i = 0; nextPicture < 3_600_000_000L; i++) {
      long camera = (long) (nextPicture * (1 + drift));
      happenedMicros = START_MICROS + nextPicture;
      now = happenedMicros + 8_000 + random.nextInt(15_000);
      pictures.accept(packet(96, i, ticks(camera, PICTURE_HZ), IDR));
      nextPicture += PICTURE_MICROS;
      while (nextSound + UNIT_MICROS < nextPicture) {
        long begun = (long) (nextSound * (1 + drift));
        nextSound += UNIT_MICROS;
        happenedMicros = START_MICROS + nextSound;
        now = happenedMicros + 8_000 + heldMicros + random.nextInt(15_000);
        sound.accept(packet(97, (int) (nextSound / UNIT_MICROS), ticks(begun, SOUND_HZ), (byte) 1));
      }
      if (reports && i % 75 == 0) {
        pictures.control(report(camera + 77_000_000_000L, camera, PICTURE_HZ));
        sound.control(report(soundReport.applyAsLong(camera + 77_000_000_000L), camera, SOUND_HZ));
      }
      if (i > 3_000) {
        most = Math.max(most, Math.abs(soundLag - pictureLag));
      }
    }
    return most;
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.0001, 120000", "-0.0001, 120000", "0.0005, 250000", "0.0001, -50000"})
  void hourOfADriftingClock_withReports_staysInStep(double drift, long heldMicros) {
    assertThat(hour(drift, heldMicros, true, micros -> micros)).isLessThan(100_000);
  }

  @Test
  void hourOfADriftingClock_withoutReports_isAsFarApartAsItArrives() {
    assertThat(hour(0.0001, 60_000, false, micros -> micros)).isLessThan(100_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {-3_600_000_000L, 3_600_000_000L})
  void reportsThatContradictEachOther_areNotBelieved(long wrongMicros) {
    assertThat(hour(0, 30_000, true, micros -> micros + wrongMicros)).isLessThan(100_000);
  }

  @Test
  void heard_always_risesAndNeverComesFromTheFuture() {
    LipSync sync = new LipSync();
    sync.reported(false, 0, 0);
    sync.reported(true, 0, 0);
    Random random = new Random(9);
    long last = Long.MIN_VALUE;
    for (int i = 1; i < 10_000; i++) {
      long arrival = 1_000_000 + i * 20_000L;
      sync.pictured(random.nextInt(), PICTURE_HZ, arrival);
      long captured = sync.heard(random.nextInt(), SOUND_HZ, arrival);
      assertThat(captured).isGreaterThan(last).isLessThanOrEqualTo(arrival);
      last = captured;
    }
  }
}
