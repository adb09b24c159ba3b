package io.mashrabiya.home;

import io.mashrabiya.device.open.Asked;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.RefusedReason;

/// Takes from what came back what the test expects of it.
final class Answered {
  private Answered() {}

  static <A extends Answer> A answered(Asked<A> asked) {
    return switch (asked) {
      case Asked.Answered<A>(A answer) -> answer;
      case Asked.Refused<A>(RefusedReason reason) -> throw new AssertionError("refused: " + reason);
    };
  }

  static <A extends Answer> RefusedReason refused(Asked<A> asked) {
    return switch (asked) {
      case Asked.Answered<A>(A answer) -> throw new AssertionError("answered: " + answer.typ());
      case Asked.Refused<A>(RefusedReason reason) -> reason;
    };
  }
}
