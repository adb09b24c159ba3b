package io.mashrabiya.media.scene;

import java.util.Locale;
import java.util.Optional;

/// The rooms that a virtual camera can look at.
public enum Scene {
  /// The front door from outside; a cat passes.
  DOOR,
  /// A child's room without anybody in it; a mobile turns above the crib.
  NURSERY,
  /// The living room; a clock's pendulum swings and a cat sleeps.
  LIVING;

  /// The scene of a name as it is written at the command line, such as `door`.
  public static Optional<Scene> named(String name) {
    for (Scene scene : values()) {
      if (scene.toString().equals(name)) {
        return Optional.of(scene);
      }
    }
    return Optional.empty();
  }

  Room room() {
    return switch (this) {
      case DOOR -> new Doorway();
      case NURSERY -> new Nursery();
      case LIVING -> new LivingRoom();
    };
  }

  /// The name as it is written at the command line.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
