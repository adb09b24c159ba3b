package io.mashrabiya.proof.world;

import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.KemKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Two lies at once: what the first would hand on, the second is told.
final class Both implements Lie {
  private final Lie first;
  private final Lie second;

  Both(Lie first, Lie second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public String name() {
    return first.name() + " with " + second.name();
  }

  @Override
  public void begins(Hands hands) {
    first.begins(new Through(hands));
    second.begins(hands);
  }

  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    first.toParty(to, message, new Through(hands));
  }

  @Override
  public void toRelay(Hop from, Message message, Hands hands) {
    first.toRelay(from, message, new Through(hands));
  }

  /// The hands of the first: what leaves them comes to the second.
  private final class Through implements Hands {
    private final Hands hands;

    Through(Hands hands) {
      this.hands = hands;
    }

    @Override
    public void deliver(Hop to, Message message) {
      second.toParty(to, message, hands);
    }

    @Override
    public void take(Hop from, Message message) {
      second.toRelay(from, message, hands);
    }

    @Override
    public Chance chance() {
      return hands.chance();
    }

    @Override
    public void after(Duration delay, Runnable deed) {
      hands.after(delay, deed);
    }

    @Override
    public Instant wall() {
      return hands.wall();
    }

    @Override
    public List<Hop> hops() {
      return hands.hops();
    }

    @Override
    public List<Passed> memory() {
      return hands.memory();
    }

    @Override
    public void cut(Hop hop) {
      hands.cut(hop);
    }

    @Override
    public List<Helper> helpers() {
      return hands.helpers();
    }

    @Override
    public Optional<KemKey> homeKey(HouseholdId household) {
      return hands.homeKey(household);
    }

    @Override
    public Optional<KemKey> deviceKey(HouseholdId household, DeviceId device) {
      return hands.deviceKey(household, device);
    }

    @Override
    public void lied(Lie by) {
      hands.lied(by);
    }
  }
}
