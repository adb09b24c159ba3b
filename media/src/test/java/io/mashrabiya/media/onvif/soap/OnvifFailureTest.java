package io.mashrabiya.media.onvif.soap;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnvifFailureTest {
  static Stream<OnvifFailure> all() {
    return Stream.of(
        new OnvifFailure.CredentialsNeeded(),
        new OnvifFailure.CredentialsRefused(),
        new OnvifFailure.AuthenticationNotSpoken(),
        new OnvifFailure.NotSupported(say("events")),
        new OnvifFailure.Faulted("GetProfiles", quoted("Receiver"), ""),
        new OnvifFailure.Refused("GetProfiles", 500),
        new OnvifFailure.Malformed("GetProfiles", say("well-formed XML"), 3),
        new OnvifFailure.Unreachable(say("connection refused")),
        new OnvifFailure.ConnectionLost(say("reset")),
        new OnvifFailure.Silent(quoted("GetProfiles")),
        new OnvifFailure.Stopped());
  }

  @ParameterizedTest
  @MethodSource("all")
  void words_everyFailure_areASentenceForAPerson(OnvifFailure failure) {
    assertThat(failure.words()).asString().matches("[A-Z].*\\.");
  }

  @Test
  void all_listOfFailures_isWhole() {
    assertThat(all().map(OnvifFailure::getClass))
        .hasSameSizeAs(OnvifFailure.class.getPermittedSubclasses());
  }

  @Test
  void worthRetrying_whatAPersonHasToChange_isNot() {
    assertThat(all().filter(OnvifFailure::worthRetrying).map(why -> why.getClass().getSimpleName()))
        .containsExactlyInAnyOrder("Faulted", "Refused", "Unreachable", "ConnectionLost", "Silent");
    assertThat(new OnvifFailure.Refused("GetProfiles", 404).worthRetrying()).isFalse();
  }

  @Test
  void shown_hostileText_isCutAndCannotMoveTheCursor() {
    assertThat(Shown.of(" Tür 門\u001b[31m\u202E\r\n" + "x".repeat(200)))
        .startsWith("Tür 門?[31m???x")
        .hasSize(80);
  }
}
