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
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Manage;
import io.mashrabiya.wire.letter.Stamp;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.privacy.Privacy;
import io.mashrabiya.wire.right.Week;
import java.time.Instant;
import java.util.Optional;

/// The relay writes to the home in a device's name: that the whole house be open to everybody. It
/// knows everybody's public keys; what it signs with is its own.
final class ForgedLetters implements Lie {
  private final HouseholdKeys own =
      HouseholdKeys.found(RootKey.generate(), Instant.ofEpochSecond(1_900_000_000));

  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    hands.deliver(to, message);
    if (to.door() == Door.HOME
        && message.toHome().orElse(null)
            instanceof HomeHears.Post(var id, Letter asked, long link)) {
      hands
          .homeKey(asked.household())
          .ifPresent(home -> {
            hands.lied(this);
            var forged = letter(asked, home, hands);
            hands.deliver(to, new Message.Text(new HomeHears.Post(id, forged, link).text()));
          });
    }
  }

  private Letter letter(Letter like, KemKey home, Hands hands) {
    byte[] nonce = new byte[Nonce.SIZE_BYTES];
    hands.chance().fill(nonce);
    var request =
        new Manage.SetPrivacy(
            new Stamp(new Nonce(nonce), hands.wall(), Edition.NONE),
            Optional.empty(),
            Optional.of(Privacy.Shutter.OPEN),
            Optional.empty(),
            Week.EMPTY);
    var direction = Letter.Direction.TO_HOME;
    byte[] info = Letter.info(request.typ(), like.household(), like.device(), direction);
    byte[] sealed = Hpke.seal(home, info, new byte[0], request.bytes());
    return Letter.write(
        request.typ(), like.household(), like.device(), direction, sealed, own.home().sign());
  }
}
