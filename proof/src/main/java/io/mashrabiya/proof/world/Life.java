package io.mashrabiya.proof.world;

import io.mashrabiya.device.open.Looking;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Manage;
import io.mashrabiya.wire.privacy.Privacy;
import io.mashrabiya.wire.right.Right;
import io.mashrabiya.wire.right.Rights;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.right.Week;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What people do, at random: they pair devices and remove them, close cameras and open them, give
/// rights and take them, and pull plugs.
///
/// Each deed has a number, in order, so that a history can be told again without some of them.
final class Life {
  private static final int MOST_PHONES = 4;

  /// After this a letter that nobody has answered is too old for its home.
  private static final Duration UNANSWERED = Duration.ofSeconds(32);

  private final World world;
  private final long seed;
  private final List<Lie> lies;
  private final Set<Integer> without;
  private final List<Consumer<House>> deeds = new ArrayList<>();
  private final Map<House, Integer> asked = new HashMap<>();
  private final Pace pace;
  private final Chance course;
  private Chance chance;
  private int done;

  /// @param lies of which one at a time is told
  /// @param without the numbers of deeds that are not done
  Life(World world, long seed, Pace pace, List<Lie> lies, Set<Integer> without) {
    this.world = world;
    this.seed = seed * 1_000_003;
    this.lies = lies;
    this.without = without;
    this.pace = pace;
    course = new Chance(seed);
    chance = course;
    add(6, this::pairs);
    add(2, this::removes);
    add(2, this::closes);
    add(2, this::opens);
    add(4, this::limits);
    add(1, this::throwsAway);
    add(1, this::restarts);
    add(1, house -> losesLinks());
    add(8, house -> liesDiffer());
  }

  private void add(int weight, Consumer<House> deed) {
    for (int i = 0; i < weight; i++) {
      deeds.add(deed);
    }
  }

  /// Every house begins with one device.
  void begin() {
    world.houses().forEach(house -> numbered(() -> pairs(house)));
    next();
  }

  private void next() {
    world
        .time()
        .after(
            course.between(pace.leastDeed(), pace.mostDeed()),
            () -> {
              House house = course.of(world.houses());
              Consumer<House> deed = course.of(deeds);
              numbered(() -> deed.accept(house));
              next();
            });
  }

  /// Each deed has a chance of its own, so that the others are the same without it.
  private void numbered(Runnable deed) {
    chance = new Chance(seed + done);
    if (!without.contains(done)) {
      deed.run();
    }
    done++;
  }

  // ---- devices ----

  private void pairs(House house) {
    if (house.isBehind() || world.phones(house).size() >= MOST_PHONES) {
      return;
    }
    Phone phone = world.newPhone(house);
    world.tell(() -> phone.name() + " is given a pairing link");
    phone.pair(house.invite());
    if (chance.oneIn(3)) {
      world.helps(phone);
    }
  }

  private Optional<Phone> manager(House house) {
    return world.phones(house).stream().filter(phone -> phone.membership().isPresent()).findFirst();
  }

  private Optional<Phone> other(House house, Phone manager) {
    return chance.ofAny(
        world.phones(house).stream()
            .filter(phone -> !phone.equals(manager) && phone.membership().isPresent())
            .toList());
  }

  private void throwsAway(House house) {
    manager(house)
        .flatMap(manager -> other(house, manager))
        .ifPresent(phone -> {
          world.tell(() -> phone.name() + " is thrown away");
          phone.leave();
        });
  }

  // ---- what is asked of the home ----

  private void removes(House house) {
    free(house).ifPresent(manager -> other(house, manager).ifPresent(one -> remove(manager, one)));
  }

  private void remove(Phone manager, Phone struck) {
    world.tell(() -> manager.name() + " asks to remove " + struck.name());
    if (chance.oneIn(2)) {
      world.helps(struck);
    }
    DeviceId device = struck.membership().orElseThrow().device();
    manages(
        manager,
        (nonce, now) -> new Manage.Remove(nonce, now, device),
        at -> {
          world.tell(() -> "confirmed: " + struck.name() + " is removed");
          world.truth().struck(struck, at);
        });
  }

  private void closes(House house) {
    CameraId camera = chance.of(List.copyOf(house.cameras()));
    free(house)
        .ifPresent(manager -> {
          world.tell(() -> manager.name() + " asks to close " + house.name() + "'s " + camera);
          manages(
              manager,
              (nonce, now) -> privacy(nonce, now, camera, Optional.of(Privacy.Shutter.CLOSED)),
              at -> {
                world.tell(() -> "confirmed: " + camera + " is closed");
                world.truth().closed(house, camera, at);
              });
        });
  }

  private void opens(House house) {
    CameraId camera = chance.of(List.copyOf(house.cameras()));
    free(house)
        .ifPresent(manager -> {
          world.tell(() -> manager.name() + " opens " + house.name() + "'s " + camera);
          world.truth().opens(house, camera);
          manages(manager, (nonce, now) -> privacy(nonce, now, camera, Optional.empty()), at -> {});
        });
  }

  private static Manage privacy(
      Nonce nonce, Instant now, CameraId camera, Optional<Privacy.Shutter> hand) {
    return new Manage.SetPrivacy(
        nonce, now, Optional.of(camera), hand, Optional.empty(), Week.EMPTY);
  }

  private void limits(House house) {
    free(house).ifPresent(manager -> other(house, manager).ifPresent(one -> limit(manager, one)));
  }

  /// From now on it may see one camera only.
  private void limit(Phone manager, Phone guest) {
    CameraId left = chance.of(List.copyOf(guest.house().cameras()));
    DeviceId device = guest.membership().orElseThrow().device();
    Terms terms = Terms.always(Rights.at(Set.of(left), Set.of(Right.VIEW)));
    world.tell(() -> manager.name() + " asks that " + guest.name() + " see only " + left);
    world.truth().changes(guest);
    manages(
        manager,
        (nonce, now) -> new Manage.SetMember(nonce, now, device, "Guest", terms),
        at -> world.truth().limited(guest, left, at));
  }

  /// Who manages the house, unless something is asked of it already: what is true in between nobody
  /// can say.
  private Optional<Phone> free(House house) {
    return asked.containsKey(house) ? Optional.empty() : manager(house);
  }

  private void manages(Phone manager, Looking.Question question, Consumer<Instant> confirmed) {
    House house = manager.house();
    int number = done;
    asked.put(house, number);
    manager.ask(
        looking -> looking.ask(question),
        answer -> {
          asked.remove(house, number);
          if (answer instanceof Answer.Ruled word) {
            confirmed.accept(word.clock());
          }
        });
    world.time().after(UNANSWERED, () -> asked.remove(house, number));
  }

  // ---- what happens to machines and links ----

  private void restarts(House house) {
    world.tell(() -> house.name() + " restarts");
    try {
      house.stop();
      house.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void losesLinks() {
    world.tell(() -> "all links break at once");
    world.middle().hops().forEach(world.middle()::cut);
  }

  private void liesDiffer() {
    if (lies.isEmpty()) {
      return;
    }
    Lie lie = chance.oneIn(6) ? Lie.NONE : chance.of(lies);
    world.tell(() -> lie.equals(Lie.NONE) ? "nobody lies" : lie.name() + " begins");
    world.middle().lies(lie);
  }
}
