package io.mashrabiya.app.doctor.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// How far a session came, and what ended it there.
class StageTest {
  private final SessionCounters counters = new SessionCounters();

  private Heard heard(RtspOutcome outcome) {
    return new Heard(outcome, new PictureTally(), Optional.empty(), counters, Duration.ZERO);
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        Arguments.of(new RtspOutcome.Unreachable("it does not speak TLS there"), Stage.SPEAKS),
        Arguments.of(new RtspOutcome.Malformed("status-line", 3), Stage.SPEAKS),
        Arguments.of(new RtspOutcome.ClosedByCamera(), Stage.SPEAKS),
        Arguments.of(new RtspOutcome.Silent("answer to OPTIONS"), Stage.SPEAKS),
        Arguments.of(new RtspOutcome.CredentialsNeeded(), Stage.CREDENTIALS),
        Arguments.of(new RtspOutcome.CredentialsRefused(), Stage.CREDENTIALS),
        Arguments.of(new RtspOutcome.AuthenticationNotSpoken(), Stage.CREDENTIALS),
        Arguments.of(new RtspOutcome.NotFound(), Stage.STREAM),
        Arguments.of(new RtspOutcome.Redirected(), Stage.STREAM),
        Arguments.of(new RtspOutcome.Refused("SETUP", 453, "Not Enough"), Stage.STREAM),
        Arguments.of(new RtspOutcome.ClosedBeforePictures(), Stage.STREAM),
        Arguments.of(new RtspOutcome.Silent("answer to PLAY"), Stage.STREAM),
        Arguments.of(
            new RtspOutcome.NoPictures(List.of("VP8"), EnumSet.allOf(PictureFormat.class)),
            Stage.CODEC),
        Arguments.of(new RtspOutcome.Silent("whole pictures"), Stage.PICTURES),
        Arguments.of(new RtspOutcome.NoKeyFrame(), Stage.PICTURES),
        Arguments.of(new RtspOutcome.Stopped(), Stage.PICTURES));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void reached_byOutcome_isWhereThatBelongs(RtspOutcome outcome, Stage stage) {
    assertThat(Stage.reached(heard(outcome))).isEqualTo(stage);
    var session = new Session(stage, "x", "passed", heard(outcome), Optional.empty());
    assertThat(session.examine())
        .isInstanceOfSatisfying(
            Verdict.Fault.class, fault -> assertThat(fault.remedy()).isNotBlank());
  }

  @Test
  void reached_afterPackets_isThePictures() {
    counters.pictures().count(StreamEvent.PACKET);
    Heard heard = heard(new RtspOutcome.ClosedByCamera());
    assertThat(Stage.reached(heard)).isEqualTo(Stage.PICTURES);
    assertThat(new Ending(heard).examine())
        .isInstanceOfSatisfying(
            Verdict.Fault.class, fault -> assertThat(fault.found()).contains("closed"));
  }
}
