package io.mashrabiya.device.open;

import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.RefusedReason;

/// What the home answered to a question.
public sealed interface Asked<A extends Answer> {
  record Answered<A extends Answer>(A answer) implements Asked<A> {}

  record Refused<A extends Answer>(RefusedReason reason) implements Asked<A> {}

  /// Sorts an answer by what was expected.
  ///
  /// @throws LinkFailed when the home answered something else than was asked
  static <A extends Answer> Asked<A> of(Answer answer, Class<A> expected) throws LinkFailed {
    if (answer instanceof Answer.Refused refused) {
      return new Refused<>(refused.reason());
    }
    if (!expected.isInstance(answer)) {
      throw new LinkFailed("the home answered something else than was asked");
    }
    return new Answered<>(expected.cast(answer));
  }
}
