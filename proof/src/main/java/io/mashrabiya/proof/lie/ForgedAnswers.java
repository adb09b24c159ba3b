package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.vault.hpke.Hpke;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.HomeHears;
import java.time.Duration;
import java.time.Instant;

/// Pictures come late, and the relay answers in the home's place by a clock as late as they are. It
/// knows everybody's public keys; what it signs with is its own.
final class ForgedAnswers implements Lie {
  private static final Duration LATE = Duration.ofSeconds(6);
  private final HouseholdKeys own =
      HouseholdKeys.found(RootKey.generate(), Instant.ofEpochSecond(1_900_000_000));

  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    if (Picking.isFrameForADevice(to, message)) {
      hands.after(LATE, () -> hands.deliver(to, message));
    } else if (to.door() == Door.HOME
        && message.toHome().orElse(null)
            instanceof HomeHears.Post(var id, Letter asked, var link)) {
      Picking.writer(hands, asked).ifPresent(hop -> answer(hop, asked, hands));
      hands.deliver(to, message);
    } else {
      hands.deliver(to, message);
    }
  }

  private void answer(Hop asking, Letter asked, Hands hands) {
    hands
        .deviceKey(asked.household(), asked.device())
        .ifPresent(key -> {
          hands.lied(this);
          hands.deliver(asking, forged(key, asked, hands));
        });
  }

  private Message forged(KemKey device, Letter asked, Hands hands) {
    Instant clock = hands.wall().minus(LATE);
    // An answer to whatever was asked.
    var answer = new Answer.Refused(clock, asked.hash(), RefusedReason.NOT_ALLOWED);
    var direction = Letter.Direction.TO_DEVICE;
    byte[] info = Letter.info(answer.typ(), asked.household(), asked.device(), direction);
    byte[] sealed = Hpke.seal(device, info, new byte[0], answer.bytes());
    Letter letter =
        Letter.write(
            answer.typ(), asked.household(), asked.device(), direction, sealed, own.home().sign());
    return new Message.Text(new DeviceHears.Post(letter).text());
  }
}
