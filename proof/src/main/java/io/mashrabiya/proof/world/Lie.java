package io.mashrabiya.proof.world;

/// One way in which the middle lies. It keeps the protocol as far as its lie allows, and is told
/// every message before anybody else is. It holds no key of a household that the world did not give
/// it.
public interface Lie {
  /// Who does not lie.
  Lie NONE = new Lie() {};

  /// For tables and stories; the class's name.
  default String name() {
    return getClass().getSimpleName();
  }

  /// The relay is about to say something to a party. Whatever is to reach anybody is to be handed
  /// on here; nothing needs to.
  default void toParty(Hop to, Message message, Hands hands) {
    hands.deliver(to, message);
  }

  /// A party said something to the relay.
  default void toRelay(Hop from, Message message, Hands hands) {
    hands.take(from, message);
  }

  /// It begins to lie.
  default void begins(Hands hands) {}
}
