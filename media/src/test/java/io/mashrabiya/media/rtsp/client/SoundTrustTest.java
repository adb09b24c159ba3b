package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.CaptureClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SoundTrustTest {
  private static final long NOW = 1_000_000_000_000L;
  private static final long HOUR = CaptureClock.micros(Duration.ofHours(1));

  private final SoundTrust trust = new SoundTrust();

  /// A session ends over its sound, and the next one plays without.
  private void sign(long nowMicros) {
    assertThat(trust.asks(nowMicros)).isTrue();
    trust.endedBeforePictures(true);
    assertThat(trust.asks(nowMicros)).isFalse();
    trust.played(false, nowMicros);
    trust.played(false, nowMicros + 1);
  }

  /// As when a camera starts: it answers before it has pictures.
  @Test
  void sign_once_isNoVerdictAndAsksAgain() {
    sign(NOW);
    assertThat(trust.isToBlame()).isFalse();
    assertThat(trust.asks(NOW)).isTrue();
  }

  @Test
  void sign_twice_isToBlameForAnHour() {
    sign(NOW);
    sign(NOW + 1);
    assertThat(trust.isToBlame()).isTrue();
    assertThat(trust.asks(NOW + HOUR)).isFalse();
    assertThat(trust.isToBlame()).isTrue();
    assertThat(trust.asks(NOW + 1 + HOUR)).isTrue();
    assertThat(trust.isToBlame()).isFalse();
  }

  @Test
  void hourLater_oneMoreSign_isEnough() {
    sign(NOW);
    sign(NOW);
    sign(NOW + HOUR);
    assertThat(trust.isToBlame()).isTrue();
    assertThat(trust.asks(NOW + HOUR + HOUR - 1)).isFalse();
  }

  @Test
  void hourLater_playsWithSound_isTrustedAsIfNothingHadBeen() {
    sign(NOW);
    sign(NOW);
    assertThat(trust.asks(NOW + HOUR)).isTrue();
    trust.played(true, NOW + HOUR);
    sign(NOW + HOUR);
    assertThat(trust.isToBlame()).isFalse();
  }

  @Test
  void sign_playedWithSoundInBetween_isNotCounted() {
    sign(NOW);
    trust.played(true, NOW);
    sign(NOW);
    assertThat(trust.isToBlame()).isFalse();
  }

  @Test
  void ended_withoutSoundAsWell_takesTheSignsAway() {
    sign(NOW);
    trust.endedBeforePictures(true);
    trust.endedBeforePictures(false);
    sign(NOW);
    assertThat(trust.isToBlame()).isFalse();
  }

  @Test
  void ended_whileToBlame_changesNothing() {
    sign(NOW);
    sign(NOW);
    trust.endedBeforePictures(false);
    trust.played(false, NOW);
    assertThat(trust.isToBlame()).isTrue();
    assertThat(trust.asks(NOW)).isFalse();
  }

  @Test
  void ended_whereNoSoundWasAsked_staysTrusted() {
    trust.endedBeforePictures(false);
    assertThat(trust.asks(NOW)).isTrue();
  }
}
