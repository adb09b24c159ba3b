package io.mashrabiya.media.feed;

import io.mashrabiya.media.PlayOutcome;

/// How playing a video file in place of a camera ended.
public sealed interface ClipOutcome extends PlayOutcome {
  /// The file cannot be played.
  ///
  /// @param reason why, for a person; names the file
  record Unplayable(String reason) implements ClipOutcome {
    @Override
    public String words() {
      return "The file cannot be played: " + reason + ".";
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
    public String words() {
      return "Stopped.";
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
