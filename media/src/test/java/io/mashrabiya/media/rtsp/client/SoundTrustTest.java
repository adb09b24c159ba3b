package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoundTrustTest {
  private final SoundTrust trust = new SoundTrust();

  @Test
  void played_afterAnEndWithSound_isToBlameForGood() {
    trust.endedBeforePictures(true);
    assertThat(trust.isTrusted()).isFalse();
    assertThat(trust.isToBlame()).as("not yet known").isFalse();
    trust.played();
    assertThat(trust.isToBlame()).isTrue();
    trust.endedBeforePictures(false);
    assertThat(trust.isTrusted()).isFalse();
  }

  @Test
  void ended_withoutSoundAsWell_isTrustedAgain() {
    trust.endedBeforePictures(true);
    trust.endedBeforePictures(false);
    assertThat(trust.isTrusted()).isTrue();
  }

  @Test
  void ended_whereNoSoundWasAsked_staysTrusted() {
    trust.endedBeforePictures(false);
    assertThat(trust.isTrusted()).isTrue();
  }

  @Test
  void played_withSound_staysTrusted() {
    trust.played();
    assertThat(trust.isTrusted()).isTrue();
    assertThat(trust.isToBlame()).isFalse();
  }
}
