package io.mashrabiya.home.camera;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.address.Fingerprint;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import io.mashrabiya.media.socket.TlsFailure;
import io.mashrabiya.wire.letter.CameraState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a tile says after each end of a session, which has six words for it, beside what the log
/// says, which names the remedy.
class CameraStatesTest {
  /// What the viewer says of each state, in short (its English words): whatever maps to a state
  /// must be true of it.
  private static final Map<CameraState, String> TILE =
      Map.of(
          CameraState.CONNECTING, "on its way",
          CameraState.UNREACHABLE, "your home cannot reach this camera: is it on?",
          CameraState.REFUSED, "the camera refused its user name or password",
          CameraState.SILENT, "it answers but sends no picture: close other apps, switch it off",
          CameraState.UNSUPPORTED,
              "cannot be played as it is set up: your home says what to change");

  static Stream<Arguments> outcomes() {
    return Stream.of(
        row(new RtspOutcome.CredentialsNeeded(), CameraState.REFUSED, "user name and password"),
        row(new RtspOutcome.CredentialsRefused(), CameraState.REFUSED, "password"),
        row(new RtspOutcome.AuthenticationNotSpoken(), CameraState.UNSUPPORTED, "Choose one"),
        row(new RtspOutcome.NotFound(), CameraState.UNSUPPORTED, "path"),
        row(
            new RtspOutcome.NoPictures(List.of(quoted("AV1")), Set.of(PictureFormat.H264)),
            CameraState.UNSUPPORTED,
            "Set its video encoding to H.264"),
        row(
            new RtspOutcome.NotSecured(
                new TlsFailure.NotVouchedFor(new Fingerprint("0".repeat(64)), false)),
            CameraState.UNSUPPORTED,
            "certificate"),
        row(
            new RtspOutcome.NotSecured(new TlsFailure.NotSpoken()),
            CameraState.UNSUPPORTED,
            "Check the port"),
        row(
            new RtspOutcome.NotSecured(new TlsFailure.BrokenOff("Connection reset")),
            CameraState.SILENT,
            "up to date"),
        row(new RtspOutcome.Redirected(), CameraState.UNSUPPORTED, "Open that address"),
        row(
            new RtspOutcome.Malformed(quoted("RTSP/1.0"), 0),
            CameraState.UNSUPPORTED,
            "Check the port"),
        row(
            new RtspOutcome.Unreachable(say("no answer")),
            CameraState.UNREACHABLE,
            "Check that it is on"),
        row(new RtspOutcome.Refused("PLAY", 453, "Busy"), CameraState.SILENT, "close other apps"),
        row(new RtspOutcome.Refused("SETUP", 461, "No"), CameraState.SILENT, "Allow RTP over TCP"),
        row(new RtspOutcome.Silent(say("pictures")), CameraState.SILENT, "restart it"),
        row(new RtspOutcome.NoKeyFrame(), CameraState.SILENT, "key-frame interval"),
        row(
            new RtspOutcome.NoPorts(say("Too many open files")),
            CameraState.SILENT,
            "This machine has no UDP ports"),
        row(new RtspOutcome.ClosedBeforePictures(), CameraState.SILENT, "close other apps"),
        row(new RtspOutcome.ClosedByCamera(), CameraState.CONNECTING, "closed"),
        row(new RtspOutcome.Stopped(), CameraState.CONNECTING, "Stopped"));
  }

  private static Arguments row(RtspOutcome outcome, CameraState state, String inTheLog) {
    return Arguments.of(outcome, state, inTheLog);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void stateAfter_outcome_isWhatFitsItsWords(
      RtspOutcome outcome, CameraState state, String inTheLog) {
    assertThat(SupervisedCamera.stateAfter(outcome)).as(TILE.get(state)).isEqualTo(state);
    assertThat(outcome.words()).asString().contains(inTheLog);
  }

  @Test
  void outcomes_ofTheTable_areAllThereAre() {
    assertThat(outcomes().map(row -> row.get()[0].getClass()).distinct())
        .hasSameSizeAs(RtspOutcome.class.getPermittedSubclasses());
  }
}
