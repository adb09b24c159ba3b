package io.mashrabiya.relay.peer;

import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Letter.Direction;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.LinkProof;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.statement.Typ;

/// A device of a household with a key of its own.
public record TestDevice(HouseholdId household, KeyPair keys) {
  public DeviceId id() {
    return DeviceId.of(household, keys.verifying());
  }

  public DeviceSays.DeviceHello hello(Challenge challenge, Origin origin) {
    return new DeviceSays.DeviceHello(
        LinkProof.OfDevice.sign(household, id(), challenge, origin, keys));
  }

  public Letter letter() {
    return Letter.write(Typ.OPEN, household, id(), Direction.TO_HOME, new byte[] {4, 5, 6}, keys);
  }
}
