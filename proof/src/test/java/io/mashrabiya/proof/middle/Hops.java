package io.mashrabiya.proof.middle;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.relay.route.LinkId;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.LinkProof;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The [Passage]s of real sockets as the hops of histories, and whose they are, as far as homes and
/// devices have said so. Of the middleman's one thread.
final class Hops {
  private final Map<Passage, Hop> open = new LinkedHashMap<>();
  private final Map<Hop, Passage> passages = new HashMap<>();
  private final Map<String, Peer> peers = new HashMap<>();
  private final Map<HouseholdId, KemKey> homes = new HashMap<>();
  private long links;

  Hop of(Passage passage) {
    return open.computeIfAbsent(
        passage,
        fresh -> {
          links++;
          Hop hop = new Hop(fresh.door(), new LinkId(links), peer("stranger " + links));
          passages.put(hop, fresh);
          return hop;
        });
  }

  /// Also of a hop that has ended.
  Passage passage(Hop hop) {
    return passages.get(hop);
  }

  void forget(Passage passage) {
    Hop hop = open.remove(passage);
    if (hop != null) {
      hop.shut();
    }
  }

  List<Hop> open() {
    open.keySet().stream().filter(one -> !one.isOpen()).toList().forEach(this::forget);
    return List.copyOf(open.values());
  }

  /// What is sealed to this home is sealed to this key.
  Optional<KemKey> home(HouseholdId household) {
    return Optional.ofNullable(homes.get(household));
  }

  /// Whoever proves itself says who it is.
  void learn(Hop hop, Message message) {
    if (message instanceof Message.Text(String text) && text.contains("-hello\"")) {
      try {
        learn(hop, text);
      } catch (Malformed e) {
        throw new AssertionError("an honest party said it", e);
      }
    }
  }

  private void learn(Hop hop, String text) throws Malformed {
    if (hop.door() == Door.HOME && HomeSays.parse(text) instanceof HomeSays.HomeHello hello) {
      HomeCertificate home = HomeCertificate.verify(hello.certificate()).orElseThrow();
      homes.put(home.household(), home.kem());
      hop.isOf(peer(home.household().toString()));
    } else if (hop.door() == Door.DEVICE
        && DeviceSays.parse(text) instanceof DeviceSays.DeviceHello(LinkProof.OfDevice device)) {
      hop.isOf(peer(device.household() + " " + device.device()));
    }
  }

  private Peer peer(String name) {
    return peers.computeIfAbsent(name, Peer::new);
  }

  /// A home or a device in a process of its own: what it hears goes over its socket.
  private final class Peer implements Hop.Party {
    private final String name;

    Peer(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void hears(Hop hop, Message message) {
      passage(hop).fromRelay(message);
    }

    @Override
    public void ended(Hop hop) {
      passage(hop).end();
    }
  }
}
