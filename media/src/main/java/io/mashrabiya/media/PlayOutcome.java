package io.mashrabiya.media;

import io.mashrabiya.words.Sentence;

/// How playing a camera ended, whatever it speaks. Each protocol has a sealed type of its own that
/// says more.
///
/// No outcome holds a password or a URL. Whatever a camera wrote is cut to a bounded, printable
/// text before it gets here.
public interface PlayOutcome {
  /// What happened and what to do about it, for a person.
  Sentence words();

  /// Whether asking again by itself may help. Where it may not, a person has to change something
  /// first; asking again and again with a wrong password locks many cameras.
  boolean worthRetrying();

  /// What the camera is from now on.
  Kind kind();

  /// The ends that whoever keeps a camera tells apart.
  enum Kind {
    /// The camera does not let us in with what it was given to be let in.
    REFUSED,
    /// It is there, and cannot be played as it is set up.
    UNSUPPORTED,
    /// It does not answer.
    UNREACHABLE,
    /// It answers and sends no pictures, for now.
    SILENT,
    /// It, or this side, ended what went well until then.
    ENDED
  }
}
