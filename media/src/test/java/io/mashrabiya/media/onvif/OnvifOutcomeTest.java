package io.mashrabiya.media.onvif;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.PlayOutcome.Kind;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OnvifOutcomeTest {
  static Stream<Arguments> failures() {
    return Stream.of(
        row(new OnvifFailure.CredentialsNeeded(), Kind.REFUSED, "onvif://user@host"),
        row(new OnvifFailure.CredentialsRefused(), Kind.REFUSED, "ONVIF user of their own"),
        row(new OnvifFailure.AuthenticationNotSpoken(), Kind.UNSUPPORTED, "Choose Digest"),
        row(new OnvifFailure.NotSupported(say("media")), Kind.UNSUPPORTED, "Give the RTSP address"),
        row(
            new OnvifFailure.Malformed("GetServices", quoted("XML"), 3),
            Kind.UNSUPPORTED,
            "the port"),
        row(new OnvifFailure.Refused("GetServices", 404), Kind.UNSUPPORTED, "the port"),
        row(new OnvifFailure.Refused("GetServices", 503), Kind.SILENT, "503"),
        row(new OnvifFailure.Faulted("GetProfiles", quoted("Busy"), ""), Kind.SILENT, "Restart"),
        row(new OnvifFailure.ConnectionLost(say("reset")), Kind.SILENT, "Restart"),
        row(new OnvifFailure.Silent(quoted("GetProfiles")), Kind.SILENT, "restart"),
        row(new OnvifFailure.Unreachable(say("refused")), Kind.UNREACHABLE, "Check that it is on"),
        row(new OnvifFailure.Stopped(), Kind.ENDED, "Stopped"));
  }

  private static Arguments row(OnvifFailure why, Kind kind, String words) {
    return Arguments.of(why, kind, words);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failed_ofEachKind_saysWhatToDo(OnvifFailure why, Kind kind, String words) {
    OnvifOutcome outcome = new OnvifOutcome.Failed(why);
    assertThat(outcome.kind()).isEqualTo(kind);
    assertThat(outcome.words()).asString().contains(words);
    assertThat(outcome.worthRetrying()).isEqualTo(why.worthRetrying());
  }

  @Test
  void failures_ofTheTable_areAllThereAre() {
    assertThat(failures().map(row -> row.get()[0].getClass()).distinct())
        .hasSameSizeAs(OnvifFailure.class.getPermittedSubclasses());
  }
}
