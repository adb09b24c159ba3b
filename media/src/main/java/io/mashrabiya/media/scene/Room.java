package io.mashrabiya.media.scene;

/// A room as it is drawn: what never moves is painted once, what moves on every picture above it.
sealed interface Room permits Doorway, Nursery, LivingRoom {
  void paintStill(Easel easel);

  void paintMoving(Easel easel, Moment moment);
}
