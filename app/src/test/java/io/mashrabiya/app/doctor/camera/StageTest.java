package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.PlayOutcome;
import io.mashrabiya.media.feed.ClipOutcome;
import io.mashrabiya.media.http.HttpOutcome;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import io.mashrabiya.media.socket.TlsFailure;
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

  private Heard heard(PlayOutcome outcome) {
    return new Heard(outcome, new PictureTally(), Optional.empty(), counters, Duration.ZERO);
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        Arguments.of(new RtspOutcome.NotSecured(new TlsFailure.NotSpoken()), Stage.SPEAKS),
        Arguments.of(new RtspOutcome.Malformed(say("status-line"), 3), Stage.SPEAKS),
        Arguments.of(new RtspOutcome.ClosedByCamera(), Stage.SPEAKS),
        Arguments.of(new RtspOutcome.Silent(say("answer to OPTIONS")), Stage.SPEAKS),
        Arguments.of(new RtspOutcome.Silent(say("TLS handshake")), Stage.SPEAKS),
        Arguments.of(new RtspOutcome.CredentialsNeeded(), Stage.CREDENTIALS),
        Arguments.of(new RtspOutcome.CredentialsRefused(), Stage.CREDENTIALS),
        Arguments.of(new RtspOutcome.AuthenticationNotSpoken(), Stage.CREDENTIALS),
        Arguments.of(new RtspOutcome.NotFound(), Stage.STREAM),
        Arguments.of(new RtspOutcome.Redirected(), Stage.STREAM),
        Arguments.of(new RtspOutcome.Refused("SETUP", 453, "Not Enough"), Stage.STREAM),
        Arguments.of(new RtspOutcome.ClosedBeforePictures(), Stage.STREAM),
        Arguments.of(new RtspOutcome.NoPorts(say("Too many open files")), Stage.STREAM),
        Arguments.of(new RtspOutcome.Silent(say("answer to PLAY")), Stage.STREAM),
        Arguments.of(
            new RtspOutcome.NoPictures(List.of(quoted("VP8")), EnumSet.allOf(PictureFormat.class)),
            Stage.CODEC),
        Arguments.of(new RtspOutcome.Silent(say("whole pictures")), Stage.PICTURES),
        Arguments.of(new RtspOutcome.NoKeyFrame(), Stage.PICTURES),
        Arguments.of(new RtspOutcome.Stopped(), Stage.PICTURES),
        Arguments.of(new HttpOutcome.NotSecured(new TlsFailure.NotSpoken()), Stage.SPEAKS),
        Arguments.of(new HttpOutcome.Malformed(say("status-line"), 3), Stage.SPEAKS),
        Arguments.of(new HttpOutcome.ClosedByCamera(), Stage.SPEAKS),
        Arguments.of(new HttpOutcome.Silent(say("answer")), Stage.SPEAKS),
        Arguments.of(new HttpOutcome.CredentialsNeeded(), Stage.CREDENTIALS),
        Arguments.of(new HttpOutcome.CredentialsRefused(), Stage.CREDENTIALS),
        Arguments.of(new HttpOutcome.AuthenticationNotSpoken(), Stage.CREDENTIALS),
        Arguments.of(new HttpOutcome.NotFound(), Stage.STREAM),
        Arguments.of(new HttpOutcome.Redirected(), Stage.STREAM),
        Arguments.of(new HttpOutcome.Refused(503, "Busy"), Stage.STREAM),
        Arguments.of(new HttpOutcome.NoPictures("text/html"), Stage.CODEC),
        Arguments.of(new HttpOutcome.Silent(say("whole picture")), Stage.PICTURES),
        Arguments.of(new HttpOutcome.Frozen(), Stage.PICTURES),
        Arguments.of(new HttpOutcome.Stopped(), Stage.PICTURES),
        Arguments.of(new ClipOutcome.Unplayable(say("x is hevc")), Stage.CODEC),
        Arguments.of(new ClipOutcome.Stopped(), Stage.PICTURES));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void reached_byOutcome_isWhereThatBelongs(PlayOutcome outcome, Stage stage) {
    assertThat(Stage.reached(heard(outcome))).isEqualTo(stage);
    var fault = new Verdict.Fault(say("found"), say("remedy"));
    for (Stage each : Stage.values()) {
      Verdict expected =
          each == stage
              ? fault
              : each.compareTo(stage) < 0 ? new Verdict.Ok(say("passed")) : Session.AFTER_A_FAULT;
      assertThat(new Session(each, "x", say("passed"), heard(outcome), fault).examine())
          .isEqualTo(expected);
    }
  }

  @Test
  void reached_afterPackets_isThePictures() {
    counters.pictures().count(StreamEvent.PACKET);
    Heard heard = heard(new RtspOutcome.ClosedByCamera());
    assertThat(Stage.reached(heard)).isEqualTo(Stage.PICTURES);
    assertThat(new Ending(heard, Remedies.RTSP).examine())
        .isInstanceOfSatisfying(
            Verdict.Fault.class, fault -> assertThat(fault.found()).asString().contains("closed"));
  }

  /// Over HTTP no packets are counted.
  @Test
  void reached_afterWhatIsNoPicture_isThePictures() {
    counters.pictures().count(StreamEvent.PAYLOAD_MALFORMED);
    assertThat(Stage.reached(heard(new HttpOutcome.ClosedByCamera()))).isEqualTo(Stage.PICTURES);
  }

  @Test
  void ending_byUs_isWell_whateverTheProtocol() {
    for (PlayOutcome stopped :
        List.of(new RtspOutcome.Stopped(), new HttpOutcome.Stopped(), new ClipOutcome.Stopped())) {
      assertThat(new Ending(heard(stopped), Remedies.HTTP).examine())
          .isInstanceOf(Verdict.Ok.class);
    }
  }
}
