package io.mashrabiya.media.scene;

/// Is told of each picture that a virtual camera draws, so that whoever reads the [Mark] from a
/// screen knows when that picture was drawn.
@FunctionalInterface
public interface MarkListener {
  /// Wants to know nothing.
  MarkListener NONE = (mark, drawnAtMicros) -> {};

  /// Called on the camera's thread before the picture is encoded; must return quickly.
  ///
  /// @param drawnAtMicros the time that the picture shows, in microseconds since 1970
  void drawn(Mark mark, long drawnAtMicros);
}
