package io.mashrabiya.proof.middle;

import io.mashrabiya.proof.world.Message;

/// What somebody in the middle does with what passes: nothing, unless told otherwise. Always called
/// on one and the same thread.
public interface Mischief {
  /// Carries everything on as it came.
  Mischief NONE = new Mischief() {};

  /// It stands there from now on, before anybody comes.
  default void stands(Middleman where) {}

  /// A home or a device said something to the relay.
  default void toRelay(Passage passage, Message message) {
    passage.toRelay(message);
  }

  /// The relay said something to a home or a device.
  default void fromRelay(Passage passage, Message message) {
    passage.fromRelay(message);
  }

  /// A browser asked for a file of the viewer, and the relay answered with this one.
  default byte[] file(String path, byte[] honest) {
    return honest;
  }

  /// The relay ended a link.
  default void ended(Passage passage) {
    passage.end();
  }
}
