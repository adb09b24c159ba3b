package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.address.Fingerprint;
import io.mashrabiya.media.socket.Printable;
import io.mashrabiya.media.socket.TlsFailure;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RtspOutcomeTest {
  static Stream<RtspOutcome> all() {
    return Stream.of(
        new RtspOutcome.CredentialsNeeded(),
        new RtspOutcome.CredentialsRefused(),
        new RtspOutcome.AuthenticationNotSpoken(),
        new RtspOutcome.NotFound(),
        new RtspOutcome.NoPictures(List.of(), Set.of(PictureFormat.H264)),
        new RtspOutcome.NotSecured(
            new TlsFailure.NotVouchedFor(new Fingerprint("0".repeat(64)), false)),
        new RtspOutcome.Unreachable(say("no answer")),
        new RtspOutcome.Refused("SETUP", 500, "Error"),
        new RtspOutcome.Redirected(),
        new RtspOutcome.Malformed(quoted("RTSP/1.0"), 0),
        new RtspOutcome.Silent(say("pictures")),
        new RtspOutcome.NoKeyFrame(),
        new RtspOutcome.NoPorts(say("Too many open files")),
        new RtspOutcome.ClosedBeforePictures(),
        new RtspOutcome.ClosedByCamera(),
        new RtspOutcome.Stopped());
  }

  @ParameterizedTest
  @MethodSource("all")
  void words_everyOutcome_areASentenceForAPerson(RtspOutcome outcome) {
    assertThat(outcome.words()).asString().matches("[A-Z].*\\.");
  }

  @Test
  void words_noPictures_nameWhatIsPlayed() {
    var all = EnumSet.allOf(PictureFormat.class);
    assertThat(new RtspOutcome.NoPictures(List.of(quoted("AV1"), quoted("PCMU")), all).words())
        .hasToString(
            "The camera sends AV1, PCMU. Set its video encoding to H.264 or H.265 or MJPEG.");
    assertThat(new RtspOutcome.NoPictures(List.of(), Set.of(PictureFormat.H264)).words())
        .hasToString("The camera sends no pictures. Set its video encoding to H.264.");
  }

  @Test
  void all_listOfOutcomes_isWhole() {
    assertThat(all().map(RtspOutcome::getClass))
        .hasSameSizeAs(RtspOutcome.class.getPermittedSubclasses());
  }

  @Test
  void worthRetrying_whatAPersonHasToChange_isNot() {
    assertThat(all().filter(RtspOutcome::worthRetrying).map(o -> o.getClass().getSimpleName()))
        .containsExactlyInAnyOrder(
            "Unreachable",
            "Refused",
            "Malformed",
            "Silent",
            "NoKeyFrame",
            "NoPorts",
            "ClosedBeforePictures",
            "ClosedByCamera");
  }

  @Test
  void printable_hostileText_isCutAndClean() {
    assertThat(Printable.of("a\u001b[31m\r\nü" + "x".repeat(200)))
        .startsWith("a?[31m???")
        .hasSize(80);
  }
}
