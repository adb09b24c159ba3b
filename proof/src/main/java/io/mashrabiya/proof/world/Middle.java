package io.mashrabiya.proof.world;

import io.mashrabiya.relay.rollout.Change;
import io.mashrabiya.relay.rollout.Ledger;
import io.mashrabiya.relay.rollout.Reason;
import io.mashrabiya.relay.rollout.Rollout;
import io.mashrabiya.relay.rollout.Share;
import io.mashrabiya.relay.route.LinkId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.KemKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything between homes and devices: the network, the relay, and at times somebody who lies.
public final class Middle implements Hands {
  private static final Duration AT_ONCE = Duration.ofMillis(10);
  private static final Duration TICK = Duration.ofMillis(250);
  private static final int MOST_REMEMBERED = 4_096;

  private final Timeline time;
  private final Chance chance;
  private final World world;
  private final Map<Hop.Party, Network> networks = new HashMap<>();
  private final Stage stage;
  private final Rollout rollout = new Rollout(Ledger.EMPTY);
  private Relay relay;
  private final Map<LinkId, Hop> hops = new LinkedHashMap<>();
  private final Map<Hop, Line> lines = new HashMap<>();
  private final List<Passed> memory = new ArrayList<>();
  private Lie lie = Lie.NONE;
  private long links;

  Middle(Timeline time, Chance chance, World world, Stage stage) {
    this.time = time;
    this.chance = chance;
    this.world = world;
    this.stage = stage;
    relay = relay();
    time.every(TICK, () -> relay.tick());
    stage.begins(new Orders());
  }

  private final class Orders implements Stage.Operator {
    @Override
    public Duration now() {
      return time.now();
    }

    @Override
    public void after(Duration delay, Runnable deed) {
      time.after(delay, deed);
    }

    @Override
    public void turns(Share share) {
      world.tell(() -> "the operator lets the change reach " + share);
      rollout.turn(Change.POOR_LINE_STILLS, share, new Reason("a history"), time.wall());
      relay.turns();
    }
  }

  private Relay relay() {
    return new Relay(
        time,
        chance,
        rollout,
        stage,
        (to, message) -> {
          remember(new Passed(to, message, true));
          lie.toParty(to, message, this);
        },
        (hop, reason) -> time.after(AT_ONCE, () -> shut(hop)));
  }

  /// The relay's process starts anew, and knows nothing of before.
  void restartRelay() {
    hops().forEach(this::shut);
    relay = relay();
  }

  /// This party's line is like that from now on.
  void network(Hop.Party party, Network network) {
    networks.put(party, network);
  }

  /// This one lies from now on, and no other.
  void lies(Lie next) {
    lie = next;
    next.begins(this);
  }

  // ---- for parties ----

  Hop connect(Door door, Hop.Party party) {
    links++;
    Hop hop = new Hop(door, new LinkId(links), party);
    hops.put(hop.link(), hop);
    relay.opened(hop);
    return hop;
  }

  void says(Hop from, Message message) {
    if (!from.isOpen()) {
      return;
    }
    time.after(
        line(from).up(network(from)),
        () -> {
          remember(new Passed(from, message, false));
          lie.toRelay(from, message, this);
        });
  }

  /// The party gives these up, as far as it has them.
  void hangUp(@Nullable Hop... hops) {
    for (@Nullable Hop hop : hops) {
      if (hop != null) {
        close(hop);
      }
    }
  }

  private void close(Hop hop) {
    if (hop.isOpen()) {
      hop.shut();
      hops.remove(hop.link());
      time.after(AT_ONCE, () -> relay.closed(hop));
    }
  }

  /// Also of a hop that has ended: somebody may still speak to it.
  private Line line(Hop hop) {
    return lines.computeIfAbsent(hop, none -> new Line(time, chance));
  }

  // ---- hands ----

  @Override
  public Chance chance() {
    return chance;
  }

  @Override
  public void deliver(Hop to, Message message) {
    time.after(
        line(to).down(network(to)),
        () -> {
          if (to.isOpen()) {
            world.delivered();
            to.party().hears(to, message);
          }
        });
  }

  @Override
  public void take(Hop from, Message message) {
    if (from.isOpen()) {
      relay.hears(from, message);
    }
  }

  @Override
  public void after(Duration delay, Runnable deed) {
    time.after(delay, deed);
  }

  @Override
  public Instant wall() {
    return time.wall();
  }

  @Override
  public List<Hop> hops() {
    return List.copyOf(hops.values());
  }

  @Override
  public List<Passed> memory() {
    return memory;
  }

  @Override
  public void cut(Hop hop) {
    shut(hop);
  }

  @Override
  public List<Helper> helpers() {
    return List.copyOf(world.helpers());
  }

  @Override
  public Optional<KemKey> homeKey(HouseholdId household) {
    return house(household).map(house -> house.certificate().kem());
  }

  @Override
  public Optional<KemKey> deviceKey(HouseholdId household, DeviceId device) {
    return house(household)
        .flatMap(house -> world.phone(house, device))
        .map(phone -> phone.keys().kem().publicKey());
  }

  private Optional<House> house(HouseholdId household) {
    return world.houses().stream().filter(house -> house.household().equals(household)).findFirst();
  }

  @Override
  public void lied(Lie by) {
    world.lied(by);
  }

  private Network network(Hop hop) {
    return networks.getOrDefault(hop.party(), Network.NEAR);
  }

  private void shut(Hop hop) {
    if (hop.isOpen()) {
      close(hop);
      hop.party().ended(hop);
    }
  }

  private void remember(Passed passed) {
    if (memory.size() == MOST_REMEMBERED) {
      memory.subList(0, MOST_REMEMBERED / 2).clear();
    }
    memory.add(passed);
  }
}
