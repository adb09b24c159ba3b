package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.rtsp.RtspAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Cameras that announce sound and do not survive being asked for it, from one session to the next.
class SoundThatEndsSessionsTest {
  private static final Duration GUARD = Duration.ofSeconds(15);
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final RtspSettings SHORT_OF_PATIENCE =
      new RtspSettings(GUARD, SHORT, SHORT, GUARD, "Test");
  private static final String SDP =
      ScriptedCamera.SDP + "m=audio 0 RTP/AVP 8\na=control:trackID=2\n";

  private final SoundTrust trust = new SoundTrust();

  private enum Fault {
    CLOSES_AT_SETUP {
      @Override
      void script(ScriptedCamera camera) {
        camera.answer("").thenHangUp();
      }
    },
    SILENT_AT_SETUP {
      @Override
      void script(ScriptedCamera camera) {
        camera.silence();
      }
    },
    CLOSES_AT_PLAY {
      @Override
      void script(ScriptedCamera camera) {
        camera.answer(ScriptedCamera.SETUP.replace("0-1", "2-3")).answer("").thenHangUp();
      }
    },
    SENDS_NOTHING {
      @Override
      void script(ScriptedCamera camera) {
        camera.answer(ScriptedCamera.SETUP.replace("0-1", "2-3")).answer(ScriptedCamera.PLAY);
      }
    };

    abstract void script(ScriptedCamera camera);
  }

  private static ScriptedCamera described() throws Exception {
    return new ScriptedCamera()
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(SDP))
        .answer(ScriptedCamera.SETUP);
  }

  private Playing play(ScriptedCamera camera) {
    int port = camera.start().address().getPort();
    return Playing.of(new RtspAddress("127.0.0.1", port, "/main"), SHORT_OF_PATIENCE, trust);
  }

  private RtspOutcome endOf(Fault fault) throws Exception {
    try (ScriptedCamera camera = described()) {
      fault.script(camera);
      try (Playing playing = play(camera)) {
        return playing.outcome();
      }
    }
  }

  private static List<String> setups(ScriptedCamera camera) throws InterruptedException {
    List<String> setups = new ArrayList<>();
    for (String asked = camera.asked(); !asked.startsWith("PLAY"); asked = camera.asked()) {
      if (asked.startsWith("SETUP")) {
        setups.add(asked);
      }
    }
    return setups;
  }

  private void playsWithoutSound() throws Exception {
    try (ScriptedCamera camera =
            described().answer(ScriptedCamera.PLAY).send(ScriptedCamera.keyFrame(0, 1));
        Playing playing = play(camera)) {
      playing.frames(1);
      assertThat(setups(camera)).singleElement().asString().contains("trackID=1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void soundThatEndsTheSessionTwice_isLeftAwayFromThenOn(Fault fault) throws Exception {
    assertThat(endOf(fault))
        .isInstanceOfAny(RtspOutcome.ClosedBeforePictures.class, RtspOutcome.Silent.class);
    playsWithoutSound();
    assertThat(trust.isToBlame()).isFalse();
    endOf(fault);
    playsWithoutSound();
    assertThat(trust.isToBlame()).isTrue();
    playsWithoutSound();
  }

  @Test
  void cameraThatEndsWithoutSoundAsWell_isAskedForItAgain() throws Exception {
    endOf(Fault.CLOSES_AT_SETUP);
    try (ScriptedCamera camera = described().answer("").thenHangUp();
        Playing playing = play(camera)) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.ClosedBeforePictures());
    }
    playsWithSound();
  }

  /// As when a camera starts, and answers before it has pictures.
  @Test
  void sessionThatEndsByChance_costsTheNextOneItsSoundAndNoMore() throws Exception {
    endOf(Fault.SENDS_NOTHING);
    playsWithoutSound();
    playsWithSound();
    assertThat(trust.isToBlame()).isFalse();
  }

  private void playsWithSound() throws Exception {
    try (ScriptedCamera camera =
            described()
                .answer(ScriptedCamera.SETUP.replace("0-1", "2-3"))
                .answer(ScriptedCamera.PLAY)
                .send(ScriptedCamera.keyFrame(0, 1));
        Playing playing = play(camera)) {
      playing.frames(1);
      assertThat(setups(camera)).hasSize(2);
    }
  }

  @Test
  void cameraThatHangsUpBeforeAnySetup_saysNothingOfItsSound() throws Exception {
    try (ScriptedCamera camera = new ScriptedCamera().answer("").thenHangUp();
        Playing playing = play(camera)) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.ClosedByCamera());
    }
    assertThat(trust.asks(Playing.CLOCK.nowMicros())).isTrue();
  }
}
