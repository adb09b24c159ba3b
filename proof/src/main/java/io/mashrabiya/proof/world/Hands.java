package io.mashrabiya.proof.world;

import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.KemKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What somebody in the middle can do.
public interface Hands {
  Chance chance();

  /// Hands a message to a party, as if the relay had said it. Counts as a delivery.
  void deliver(Hop to, Message message);

  /// Hands a message to the relay's machines, as if the party had said it.
  void take(Hop from, Message message);

  void after(Duration delay, Runnable deed);

  /// What its wall clock shows, which is right.
  Instant wall();

  /// All hops that are open.
  List<Hop> hops();

  /// What passed, the newest last: all that the middle remembers.
  List<Passed> memory();

  /// A party's link breaks.
  void cut(Hop hop);

  /// A device of a household whose owner helps the middle, with all its keys; possibly one that was
  /// removed. Nobody helps in most worlds.
  List<Helper> helpers();

  /// What is sealed to a home is sealed to this key, which is public.
  Optional<KemKey> homeKey(HouseholdId household);

  /// What is sealed to a device is sealed to this key, which is no secret.
  Optional<KemKey> deviceKey(HouseholdId household, DeviceId device);

  /// This one lied just now.
  void lied(Lie by);

  /// A message that passed.
  ///
  /// @param isToParty else it was for the relay
  record Passed(Hop hop, Message message, boolean isToParty) {}
}
