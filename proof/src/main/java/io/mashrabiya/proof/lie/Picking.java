package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hands.Passed;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.link.MediaMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// How liars find what to lie with.
final class Picking {
  private Picking() {}

  /// Anything that passed and is so; of what passed lately rather than long ago.
  static Optional<Passed> passed(Hands hands, Predicate<Passed> wanted) {
    List<Passed> memory = hands.memory();
    for (int tries = 0; tries < 12 && !memory.isEmpty(); tries++) {
      int back =
          hands
              .chance()
              .below(hands.chance().oneIn(2) ? memory.size() : Math.min(64, memory.size()));
      Passed one = memory.get(memory.size() - 1 - back);
      if (wanted.test(one)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /// A sealed frame that a home sent.
  static Optional<MediaMessage.Frame> frame(Hands hands, Predicate<Passed> wanted) {
    return passed(
            hands,
            one -> one.hop().door() == Door.HOME_MEDIA && !one.isToParty() && wanted.test(one))
        .flatMap(one -> one.message().frame());
  }

  /// The open hop on which a device said this letter, a moment ago.
  static Optional<Hop> writer(Hands hands, Letter letter) {
    String text = letter.statement().text();
    return hands.memory().reversed().stream()
        .filter(one -> one.hop().door() == Door.DEVICE && !one.isToParty())
        .filter(one -> one.message() instanceof Message.Text(String said) && said.contains(text))
        .map(Passed::hop)
        .findFirst()
        .filter(Hop::isOpen);
  }

  /// Another open hop of that door.
  static Optional<Hop> other(Hands hands, Hop than) {
    return hands
        .chance()
        .ofAny(
            hands.hops().stream().filter(hop -> hop.door() == than.door() && hop != than).toList());
  }

  static boolean isFrameForADevice(Hop to, Message message) {
    return to.door() == Door.DEVICE_MEDIA && message.frame().isPresent();
  }

  /// Does it a few times over: a cache that is wrong is wrong again and again.
  static void often(Hands hands, Runnable lie) {
    for (int left = hands.chance().below(8); left >= 0; left--) {
      lie.run();
    }
  }
}
