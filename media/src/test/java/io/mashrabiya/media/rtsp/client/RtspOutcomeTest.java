package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        new RtspOutcome.NoPictures(List.of()),
        new RtspOutcome.Unreachable("no answer"),
        new RtspOutcome.Refused("SETUP", 500, "Error"),
        new RtspOutcome.Redirected(),
        new RtspOutcome.Malformed("RTSP/1.0", 0),
        new RtspOutcome.Silent("pictures"),
        new RtspOutcome.ClosedByCamera(),
        new RtspOutcome.Stopped());
  }

  @ParameterizedTest
  @MethodSource("all")
  void words_everyOutcome_areASentenceForAPerson(RtspOutcome outcome) {
    assertThat(outcome.words()).matches("[A-Z].*\\.");
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
            "Unreachable", "Refused", "Malformed", "Silent", "ClosedByCamera");
  }

  @Test
  void printable_hostileText_isCutAndClean() {
    assertThat(Printable.of("a\u001b[31m\r\nü" + "x".repeat(200)))
        .startsWith("a?[31m???")
        .hasSize(80);
  }
}
