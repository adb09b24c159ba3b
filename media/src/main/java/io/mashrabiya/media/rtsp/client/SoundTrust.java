package io.mashrabiya.media.rtsp.client;

/// Remembers of one camera whether asking for its sound ends its sessions, as it does with some:
/// they close the connection or say nothing more.
///
/// A session in which sound was asked for and which ended so before its first picture makes the
/// sound suspect: the next one leaves it away. If that one plays, the sound stays away for as long
/// as this is kept, which is for the camera's lifetime in the home; if it ends as well, the sound
/// was not to blame. Belongs to the thread that plays the camera, in one client after the other.
public final class SoundTrust {
  private Verdict verdict = Verdict.TRUSTED;

  private enum Verdict {
    TRUSTED,
    SUSPECT,
    TO_BLAME
  }

  /// Whether it was found that the camera plays only without its sound.
  public boolean isToBlame() {
    return verdict == Verdict.TO_BLAME;
  }

  /// Whether sound is to be asked for.
  boolean isTrusted() {
    return verdict == Verdict.TRUSTED;
  }

  /// A picture came.
  void played() {
    if (verdict == Verdict.SUSPECT) {
      verdict = Verdict.TO_BLAME;
    }
  }

  /// The camera closed the session, or was silent, before its first picture.
  ///
  /// @param soundAsked whether sound was asked for
  void endedBeforePictures(boolean soundAsked) {
    switch (verdict) {
      case TRUSTED -> verdict = soundAsked ? Verdict.SUSPECT : Verdict.TRUSTED;
      case SUSPECT -> verdict = Verdict.TRUSTED;
      case TO_BLAME -> {}
    }
  }
}
