package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.wire.link.DeviceHears;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A database that was rolled back: devices get the cards of before, their own and others', and the
/// old certificates.
final class OldCards implements Lie {
  private final Map<Hop.Party, List<Message>> own = new HashMap<>();

  @Override
  public void begins(Hands hands) {
    hands.memory().stream()
        .filter(Hands.Passed::isToParty)
        .forEach(passed -> keep(passed.hop(), passed.message()));
  }

  private void keep(Hop to, Message message) {
    if (to.door() == Door.DEVICE && isOld(message)) {
      own.computeIfAbsent(to.party(), none -> new ArrayList<>()).add(message);
    }
  }

  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    if (to.door() == Door.DEVICE && hands.chance().oneIn(2)) {
      old(to, hands)
          .ifPresent(old -> {
            hands.lied(this);
            hands.deliver(to, old);
          });
    }
    keep(to, message);
    hands.deliver(to, message);
  }

  private Optional<Message> old(Hop to, Hands hands) {
    if (hands.chance().oneIn(2)) {
      return hands.chance().ofAny(own.getOrDefault(to.party(), List.of()));
    }
    return Picking.passed(
            hands,
            one -> one.isToParty() && one.hop().door() == Door.DEVICE && isOld(one.message()))
        .map(Hands.Passed::message);
  }

  private static boolean isOld(Message message) {
    return message
        .toDevice()
        .filter(said -> said instanceof DeviceHears.Card || said instanceof DeviceHears.Certificate)
        .isPresent();
  }
}
