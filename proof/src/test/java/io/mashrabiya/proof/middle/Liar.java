package io.mashrabiya.proof.middle;

import io.mashrabiya.proof.world.Chance;
import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Helper;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.link.MediaMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Tells the lies of the histories on real sockets: what is a hop there is a [Passage] here, and
/// the relay's machines are a relay. All but [#tell], [#stops], [#helps], [#knows] and [#told] is
/// of the middleman's one thread.
public final class Liar implements Mischief, Hands {
  private final Chance chance;
  private final Hops hops = new Hops();
  private final Map<Hop, Long> framesSent = new HashMap<>();
  private final Memory memory = new Memory();
  private final Map<DeviceId, KemKey> devices = new ConcurrentHashMap<>();
  private final Map<Lie, Long> told = new ConcurrentHashMap<>();
  private volatile List<Helper> helpers = List.of();
  private Optional<Middleman> middleman = Optional.empty();
  private Lie lie = Lie.NONE;

  public Liar(long seed) {
    chance = new Chance(seed);
  }

  /// This one lies from now on, and no other.
  public void tell(Lie next) {
    middleman()
        .soon(() -> {
          lie = next;
          next.begins(this);
        });
  }

  /// Nobody lies from now on, over links that are new: what was counted on the old ones is untrue.
  /// Returns when the old ones have ended.
  public void stops() {
    var done = new CompletableFuture<@Nullable Void>();
    middleman()
        .soon(() -> {
          lie = Lie.NONE;
          hops().forEach(this::cut);
          done.complete(null);
        });
    done.join();
  }

  /// This one's owner helps from now on.
  public void helps(Helper helper) {
    helpers = List.of(helper);
  }

  /// Somebody told it what is sealed to these devices with.
  public void knows(Map<DeviceId, KemKey> keys) {
    devices.putAll(keys);
  }

  /// How often this lie was told.
  public long told(Lie one) {
    return told.getOrDefault(one, 0L);
  }

  private Middleman middleman() {
    return middleman.orElseThrow();
  }

  // ---- what passes ----

  @Override
  public void stands(Middleman where) {
    middleman = Optional.of(where);
  }

  @Override
  public void toRelay(Passage passage, Message message) {
    Hop hop = hops.of(passage);
    hops.learn(hop, message);
    memory.keep(new Passed(hop, message, false));
    lie.toRelay(hop, message, this);
  }

  @Override
  public void fromRelay(Passage passage, Message message) {
    Hop hop = hops.of(passage);
    memory.keep(new Passed(hop, message, true));
    if (hop.door() == Door.DEVICE_MEDIA && message.isFrame()) {
      framesSent.merge(hop, 1L, Long::sum);
    }
    lie.toParty(hop, message, this);
  }

  @Override
  public void ended(Passage passage) {
    passage.end();
    hops.forget(passage);
  }

  // ---- hands ----

  @Override
  public Chance chance() {
    return chance;
  }

  @Override
  public void deliver(Hop to, Message message) {
    to.party().hears(to, message);
  }

  @Override
  public void take(Hop from, Message message) {
    hops.passage(from).toRelay(believable(from, message));
  }

  /// A device counts what it was handed beside what the relay sent; the relay would end its link.
  private Message believable(Hop from, Message message) {
    long most = framesSent.getOrDefault(from, 0L);
    return from.door() == Door.DEVICE_MEDIA
            && message.media().orElse(null) instanceof MediaMessage.Acknowledgement(long frames)
            && frames > most
        ? Message.of(new MediaMessage.Acknowledgement(most))
        : message;
  }

  @Override
  public void after(Duration delay, Runnable deed) {
    middleman().after(delay, deed);
  }

  @Override
  public Instant wall() {
    return Instant.now();
  }

  @Override
  public List<Hop> hops() {
    return hops.open();
  }

  @Override
  public List<Passed> memory() {
    return memory.all();
  }

  @Override
  public void cut(Hop hop) {
    hop.party().ended(hop);
  }

  @Override
  public List<Helper> helpers() {
    return helpers;
  }

  @Override
  public Optional<KemKey> homeKey(HouseholdId household) {
    return hops.home(household);
  }

  @Override
  public Optional<KemKey> deviceKey(HouseholdId household, DeviceId device) {
    return Optional.ofNullable(devices.get(device));
  }

  @Override
  public void lied(Lie by) {
    told.merge(by, 1L, Long::sum);
  }
}
