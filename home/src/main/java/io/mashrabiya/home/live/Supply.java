package io.mashrabiya.home.live;

/// What makes the frames of a track only while somebody needs them, once for all who do.
@FunctionalInterface
public interface Supply {
  /// Somebody needs them from now on, or nobody any more. Returns at once.
  void wanted(boolean wanted);

  /// Whether it can be counted on, as far as anybody knows. Returns at once.
  default boolean isHopeful() {
    return true;
  }
}
