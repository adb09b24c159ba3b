package io.mashrabiya.proof.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// What befalls machines and lines, at random: plugs are pulled, old copies put back, links break,
/// devices sleep.
final class Machines {
  private static final Duration REPAIR = Duration.ofSeconds(3);

  /// So long a house is dark before its owner looks for the kit.
  private static final Duration DARK = Duration.ofSeconds(12);

  private final World world;
  private final Supplier<Chance> chance;
  private final Map<House, Duration> darkSince = new HashMap<>();

  /// @param chance of the deed that is being done
  Machines(World world, Supplier<Chance> chance) {
    this.world = world;
    this.chance = chance;
  }

  /// Something that the disk may refuse.
  private interface Work {
    void run() throws IOException;
  }

  private static void now(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void restarts(House house) {
    if (house.isRunning()) {
      world.tell(() -> house.name() + " restarts");
      now(() -> {
        house.stop();
        house.start();
      });
    }
  }

  // ---- copies

  void backsUp(House house) {
    Rulings rulings = world.truth().rulings(house);
    if (house.isRunning() && !house.isBehind() && !rulings.isForgetful()) {
      world.tell(() -> house.name() + "'s data is copied");
      now(house.folder()::backUp);
      rulings.copied(world.time().wall());
    }
  }

  void putsBack(House house) {
    if (house.isRunning() && house.folder().hasCopy()) {
      world.tell(() -> "an old copy of " + house.name() + "'s data is put back");
      now(house::stop);
      world
          .time()
          .after(
              REPAIR,
              () ->
                  now(() -> {
                    house.folder().putBack();
                    world.truth().putBack(house);
                    house.start();
                  }));
    }
  }

  /// To be called again and again.
  void looksAfter(House house) {
    Duration now = world.time().now();
    if (!house.isDark()) {
      darkSince.remove(house);
    } else if (now.minus(darkSince.computeIfAbsent(house, none -> now)).compareTo(DARK) >= 0) {
      darkSince.remove(house);
      takesKit(house);
    }
  }

  /// The owner of a house that stays dark takes the kit, and confirms those devices that are there;
  /// the others are to be paired again.
  private void takesKit(House house) {
    world.tell(() -> house.name() + "'s owner confirms its devices with the kit");
    Rulings rulings = world.truth().rulings(house);
    now(() -> {
      house.stop();
      house
          .folder()
          .confirm(
              device ->
                  world
                      .phone(house, device)
                      .filter(phone -> !phone.isGone() && !rulings.isStruck(phone))
                      .isPresent(),
              world.time().wall());
      rulings.confirmedByOwner(world.time().wall());
      house.start();
    });
    world.phones(house).stream()
        .filter(phone -> !house.members().contains(phone.keys().idIn(house.household())))
        .forEach(Phone::leave);
  }

  // ---- links and lines

  void losesLinks() {
    world.tell(() -> "all links break at once");
    world.middle().hops().forEach(world.middle()::cut);
  }

  void restartsRelay() {
    world.tell(() -> "the relay restarts");
    world.middle().restartRelay();
  }

  void moves(House house) {
    Network network = chance.get().of(Network.ALL);
    Hop.Party party =
        chance.get().oneIn(4)
            ? house
            : chance.get().ofAny(world.phones(house)).<Hop.Party>map(phone -> phone).orElse(house);
    world.tell(() -> party.name() + "'s line takes " + network.least().toMillis() + " ms and more");
    world.middle().network(party, network);
  }

  // ---- devices

  void sleeps(House house) {
    Duration length = chance.get().between(Duration.ofSeconds(1), Duration.ofSeconds(40));
    chance
        .get()
        .ofAny(world.phones(house))
        .ifPresent(phone -> {
          world.tell(() -> phone.name() + " sleeps for " + length.toSeconds() + " s");
          phone.clocks().sleep(length);
        });
  }

  void setsClock(House house) {
    Duration wrong = chance.get().between(Duration.ofDays(-1), Duration.ofDays(1));
    chance
        .get()
        .ofAny(world.phones(house))
        .ifPresent(phone -> {
          world.tell(() -> phone.name() + "'s clock is set wrong by " + wrong.toSeconds() + " s");
          phone.clocks().set(wrong);
        });
  }
}
