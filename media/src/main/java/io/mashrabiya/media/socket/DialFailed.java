package io.mashrabiya.media.socket;

import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.ToldException;

/// No connection could be made.
public final class DialFailed extends ToldException {
  private static final long serialVersionUID = 1;

  /// @param reason in our words, or in the network's own, short and printable; without a full stop
  DialFailed(Sentence reason) {
    super(reason);
  }
}
