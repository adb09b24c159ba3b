package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.vault.enrol.InviteSecret;
import io.mashrabiya.vault.enrol.Newcomer;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import java.util.Optional;

/// The relay knows every invite that is out by its id, and answers each with a device of its own,
/// by a secret that it made up.
final class UninvitedGuest implements Lie {
  private static final long LINK = 1L << 40;

  private final DeviceKeys own = DeviceKeys.generate();

  @Override
  public void toRelay(Hop from, Message message, Hands hands) {
    hands.take(from, message);
    if (from.door() == Door.HOME
        && said(message).orElse(null) instanceof HomeSays.Invite(var invite, long seconds)) {
      household(from, hands)
          .ifPresent(household -> {
            var link = new PairingLink(household, InviteSecret.fresh(), "https://relay.example");
            var newcomer = new Newcomer(link, own, "Guest");
            hands.lied(this);
            var enrol = new HomeHears.Enrol(invite, LINK, newcomer.message());
            hands.deliver(from, new Message.Text(enrol.text()));
          });
    }
  }

  /// Of which household the home is, as it said when it came.
  private static Optional<HouseholdId> household(Hop home, Hands hands) {
    return hands.memory().stream()
        .filter(passed -> passed.hop() == home && !passed.isToParty())
        .flatMap(passed -> said(passed.message()).stream())
        .filter(HomeSays.HomeHello.class::isInstance)
        .flatMap(hello -> household((HomeSays.HomeHello) hello).stream())
        .findFirst();
  }

  private static Optional<HouseholdId> household(HomeSays.HomeHello hello) {
    try {
      return HomeCertificate.verify(hello.certificate()).map(HomeCertificate::household);
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  private static Optional<HomeSays> said(Message message) {
    try {
      return message instanceof Message.Text(String text)
          ? Optional.of(HomeSays.parse(text))
          : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }
}
