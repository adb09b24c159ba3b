package io.mashrabiya.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class FrameTest {
  @Test
  void toString_frame_tellsNothingOfThePicture() {
    Frame frame = new Frame(Track.MAIN, 1_700_000_000_000_000L, true, new byte[] {77, 78, 79});
    assertThat(frame)
        .hasToString("Frame[track=0, captureTimeMicros=1700000000000000, key=true, sizeBytes=3]");
  }

  @Test
  void payload_frame_isTheArrayThatWasGiven() {
    byte[] payload = {1, 2, 3};
    assertThat(new Frame(Track.MAIN, 0, false, payload).payload()).isSameAs(payload);
  }

  @Test
  void track_negativeNumber_isRefused() {
    assertThatThrownBy(() -> new Track(-1, PictureFormat.H264))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void captureClock_wallClockSetBack_goesOn() {
    Instant[] wall = {Instant.parse("2026-11-23T12:00:00Z")};
    CaptureClock clock = CaptureClock.startingAt((InstantSource) () -> wall[0]);
    long before = clock.nowMicros();
    wall[0] = Instant.EPOCH;
    assertThat(clock.nowMicros()).isGreaterThanOrEqualTo(before);
    assertThat(before).isGreaterThanOrEqualTo(1_795_435_200_000_000L);
  }
}
