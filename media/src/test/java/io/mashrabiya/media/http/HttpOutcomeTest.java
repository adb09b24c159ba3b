package io.mashrabiya.media.http;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.PlayOutcome.Kind;
import io.mashrabiya.media.address.Fingerprint;
import io.mashrabiya.media.socket.TlsFailure;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HttpOutcomeTest {
  static Stream<Arguments> outcomes() {
    return Stream.of(
        Arguments.of(new HttpOutcome.CredentialsNeeded(), Kind.REFUSED, false),
        Arguments.of(new HttpOutcome.CredentialsRefused(), Kind.REFUSED, false),
        Arguments.of(
            new HttpOutcome.NotSecured(
                new TlsFailure.NotVouchedFor(new Fingerprint("0".repeat(64)), false)),
            Kind.UNSUPPORTED,
            false),
        Arguments.of(new HttpOutcome.AuthenticationNotSpoken(), Kind.UNSUPPORTED, false),
        Arguments.of(new HttpOutcome.NotFound(), Kind.UNSUPPORTED, false),
        Arguments.of(new HttpOutcome.NoPictures(""), Kind.UNSUPPORTED, false),
        Arguments.of(new HttpOutcome.Redirected(), Kind.UNSUPPORTED, false),
        Arguments.of(new HttpOutcome.Malformed(quoted("HTTP/1.1"), 0), Kind.UNSUPPORTED, true),
        Arguments.of(new HttpOutcome.Unreachable(say("no answer")), Kind.UNREACHABLE, true),
        Arguments.of(new HttpOutcome.Refused(500, ""), Kind.SILENT, true),
        Arguments.of(new HttpOutcome.Silent(say("answer")), Kind.SILENT, true),
        Arguments.of(new HttpOutcome.Frozen(), Kind.SILENT, true),
        Arguments.of(new HttpOutcome.ClosedByCamera(), Kind.ENDED, true),
        Arguments.of(new HttpOutcome.Stopped(), Kind.ENDED, false));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void outcome_hasItsKindAndASentence(HttpOutcome outcome, Kind kind, boolean worthRetrying) {
    assertThat(outcome.kind()).isEqualTo(kind);
    assertThat(outcome.worthRetrying()).isEqualTo(worthRetrying);
    assertThat(outcome.words()).asString().matches("[A-Z].*\\.").doesNotContain("  ");
  }
}
