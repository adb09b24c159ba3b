package io.mashrabiya.media.onvif.soap;

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
        new OnvifFailure.NotSupported("events"),
        new OnvifFailure.Faulted("GetProfiles", "Receiver", ""),
        new OnvifFailure.Refused("GetProfiles", 500),
        new OnvifFailure.Malformed("GetProfiles", "well-formed XML", 3),
        new OnvifFailure.Unreachable("connection refused"),
        new OnvifFailure.ConnectionLost("reset"),
        new OnvifFailure.Silent("GetProfiles"),
        new OnvifFailure.Stopped());
  }

  @ParameterizedTest
  @MethodSource("all")
  void words_everyFailure_areASentenceForAPerson(OnvifFailure failure) {
    assertThat(failure.words()).matches("[A-Z].*\\.");
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
