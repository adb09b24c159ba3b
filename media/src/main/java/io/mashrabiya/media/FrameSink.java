package io.mashrabiya.media;

/// Takes the frames of a source, in the order in which they were captured.
///
/// A source calls from one thread at a time. A sink returns quickly and never waits for a network:
/// whoever is slow gets a bounded queue of its own in front, which skips to a key frame when it is
/// full.
@FunctionalInterface
public interface FrameSink {
  /// Takes one frame. The first frame of a track, and the first after any that the source lost, is
  /// a key frame.
  void accept(Frame frame);
}
