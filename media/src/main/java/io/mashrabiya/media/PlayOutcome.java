package io.mashrabiya.media;

/// How playing a camera ended, whatever it speaks. Each protocol has a sealed type of its own that
/// says more.
///
/// No outcome holds a password or a URL. Whatever a camera wrote is cut to a bounded, printable
/// text before it gets here.
public interface PlayOutcome {
  /// What happened and what to do about it, for a person.
  String words();

  /// Whether asking again by itself may help. Where it may not, a person has to change something
  /// first; asking again and again with a wrong password locks many cameras.
  boolean worthRetrying();

  /// What the camera is from now on.
  Kind kind();

  /// The ends that whoever keeps a camera tells apart.
  enum Kind {
    /// The camera does not let us in, or is not vouched for to be let in by us.
    REFUSED,
    /// It is there, and gives nothing that is played here.
    UNSUPPORTED,
    /// It does not answer, or only with an error.
    UNREACHABLE,
    /// It is connected and sends nothing.
    SILENT,
    /// It, or this side, ended what went well until then.
    ENDED
  }
}
