package io.mashrabiya.media.feed;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.PlayOutcome;
import io.mashrabiya.words.Sentence;

/// How playing a video file in place of a camera ended.
public sealed interface ClipOutcome extends PlayOutcome {
  /// The file cannot be played.
  ///
  /// @param reason why, for a person; names the file, and has no full stop
  record Unplayable(Sentence reason) implements ClipOutcome {
    @Override
    public Sentence words() {
      return say("The file cannot be played: {0}.", reason);
    }

    @Override
    public boolean worthRetrying() {
      return true; // somebody may be about to put it there
    }

    @Override
    public Kind kind() {
      return Kind.UNSUPPORTED;
    }
  }

  /// The client was closed on this side.
  record Stopped() implements ClipOutcome {
    @Override
    public Sentence words() {
      return say("Stopped.");
    }

    @Override
    public boolean worthRetrying() {
      return false;
    }

    @Override
    public Kind kind() {
      return Kind.ENDED;
    }
  }
}
