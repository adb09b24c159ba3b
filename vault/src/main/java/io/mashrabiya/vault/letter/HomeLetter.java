package io.mashrabiya.vault.letter;

import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Push;

/// What came of opening a letter to a device.
public sealed interface HomeLetter {
  record Answered(Answer answer) implements HomeLetter {}

  record Pushed(Push push) implements HomeLetter {}

  /// Not of the certified home, not for this device, or not readable: to be ignored, as if it had
  /// not come.
  record Refused() implements HomeLetter {}
}
