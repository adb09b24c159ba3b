package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.vault.seal.FrameSealer;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import java.time.Instant;
import java.util.Optional;

/// The relay founds a household of its own and signs with its keys what should be another's:
/// certificates, and pictures under the name of one that was asked for.
final class OwnKeys implements Lie {
  private Optional<HouseholdKeys> own = Optional.empty();

  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    HouseholdKeys keys = own.orElseGet(() -> found());
    if (to.door() == Door.DEVICE && hands.chance().oneIn(4)) {
      hands.lied(this);
      var certificate = keys.certificate().statement();
      hands.deliver(to, new Message.Text(new DeviceHears.Certificate(certificate).text()));
    } else if (Picking.isFrameForADevice(to, message) && hands.chance().oneIn(3)) {
      hands.lied(this);
      hands.deliver(to, forged(keys, message.frame().orElseThrow()));
    }
    hands.deliver(to, message);
  }

  private HouseholdKeys found() {
    HouseholdKeys keys =
        HouseholdKeys.found(RootKey.generate(), Instant.ofEpochSecond(1_900_000_000));
    own = Optional.of(keys);
    return keys;
  }

  private static Message forged(HouseholdKeys keys, MediaMessage.Frame like) {
    Kid kid = like.frame().kid();
    var sealer = new FrameSealer(keys.household(), like.camera(), kid, keys.home().sign());
    Kind kind = like.frame().kind() == Kind.DELTA ? Kind.KEY : like.frame().kind();
    var frame =
        sealer.seal(kind, Instant.ofEpochSecond(1_800_000_000).toEpochMilli(), new byte[64]);
    return new Message.Bytes(new MediaMessage.Frame(like.camera(), frame).bytes());
  }
}
