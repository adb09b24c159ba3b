package io.mashrabiya.proof.world;

import io.mashrabiya.device.open.Looking;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Manage;
import io.mashrabiya.wire.letter.Stamp;
import io.mashrabiya.wire.privacy.Privacy;
import io.mashrabiya.wire.right.Right;
import io.mashrabiya.wire.right.Rights;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.right.Week;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What people do, at random: they pair devices and remove them, close cameras and open them, give
/// rights and take them, and look away.
final class People {
  private static final int MOST_PHONES = 3;

  /// After this a letter that nobody has answered is too old for its home.
  private static final Duration UNANSWERED = Duration.ofSeconds(32);

  private final World world;
  private final Supplier<Chance> chance;
  private final Map<House, Long> asked = new HashMap<>();
  private long questions;

  /// @param chance of the deed that is being done
  People(World world, Supplier<Chance> chance) {
    this.world = world;
    this.chance = chance;
  }

  // ---- devices ----

  void pairs(House house) {
    long phones = world.phones(house).stream().filter(phone -> !phone.isBarred()).count();
    if (!house.isRunning() || house.isDark() || phones >= MOST_PHONES) {
      return;
    }
    Phone phone = world.newPhone(house);
    world.tell(() -> phone.name() + " is given a pairing link");
    house.cameras().forEach(camera -> world.truth().rightBegins(phone, camera));
    phone.pair(house.invite());
    if (chance.get().oneIn(3)) {
      phone.listen();
    }
    if (chance.get().oneIn(3)) {
      world.helps(phone);
    }
  }

  private Optional<Phone> manager(House house) {
    return world.phones(house).stream()
        .filter(phone -> phone.membership().isPresent() && !phone.isBarred())
        .findFirst();
  }

  private Optional<Phone> other(House house, Phone manager) {
    return chance
        .get()
        .ofAny(
            world.phones(house).stream()
                .filter(phone -> !phone.equals(manager) && phone.membership().isPresent())
                .toList());
  }

  void throwsAway(House house) {
    manager(house)
        .flatMap(manager -> other(house, manager))
        .ifPresent(phone -> {
          world.tell(() -> phone.name() + " is thrown away");
          phone.leave();
        });
  }

  /// Nobody looks for a while.
  void putsAway(House house) {
    Duration length = chance.get().between(Duration.ofSeconds(70), Duration.ofSeconds(140));
    world.tell(() -> "nobody looks at " + house.name() + " for " + length.toSeconds() + " s");
    world.phones(house).forEach(phone -> phone.putAway(length));
  }

  // ---- what is asked of the home ----

  void removes(House house) {
    free(house).ifPresent(manager -> other(house, manager).ifPresent(one -> remove(manager, one)));
  }

  private void remove(Phone manager, Phone struck) {
    world.tell(() -> manager.name() + " asks to remove " + struck.name());
    if (chance.get().oneIn(2)) {
      world.helps(struck);
    }
    DeviceId device = struck.membership().orElseThrow().device();
    House house = manager.house();
    boolean isMember = house.isRunning() && house.members().contains(device);
    manages(
        manager,
        stamp -> new Manage.Remove(stamp, device),
        at -> {
          world.tell(() -> "confirmed: " + struck.name() + " is removed");
          world.truth().rulings(manager.house()).struck(manager, struck, at, isMember);
        });
  }

  void closes(House house) {
    CameraId camera = chance.get().of(List.copyOf(house.cameras()));
    free(house)
        .ifPresent(manager -> {
          world.tell(() -> manager.name() + " asks to close " + house.name() + "'s " + camera);
          manages(
              manager,
              stamp -> privacy(stamp, camera, Optional.of(Privacy.Shutter.CLOSED)),
              at -> {
                world.tell(() -> "confirmed: " + camera + " is closed");
                world.truth().rulings(house).closed(manager, camera, at);
              });
        });
  }

  void opens(House house) {
    CameraId camera = chance.get().of(List.copyOf(house.cameras()));
    free(house)
        .ifPresent(manager -> {
          world.tell(() -> manager.name() + " opens " + house.name() + "'s " + camera);
          world.truth().rulings(house).opens(camera);
          manages(manager, stamp -> privacy(stamp, camera, Optional.empty()), at -> {});
        });
  }

  private static Manage privacy(Stamp stamp, CameraId camera, Optional<Privacy.Shutter> hand) {
    return new Manage.SetPrivacy(stamp, Optional.of(camera), hand, Optional.empty(), Week.EMPTY);
  }

  void limits(House house) {
    free(house).ifPresent(manager -> other(house, manager).ifPresent(one -> limit(manager, one)));
  }

  /// From now on it may see one camera only.
  private void limit(Phone manager, Phone guest) {
    CameraId left = chance.get().of(List.copyOf(guest.house().cameras()));
    DeviceId device = guest.membership().orElseThrow().device();
    Terms terms = Terms.always(Rights.at(Set.of(left), Set.of(Right.VIEW)));
    world.tell(() -> manager.name() + " asks that " + guest.name() + " see only " + left);
    Rulings rulings = world.truth().rulings(guest.house());
    rulings
        .limitedFrom(guest, left)
        .ifPresent(since -> world.truth().rightBeginsAgain(guest, left, since));
    rulings.changes(guest);
    manages(
        manager,
        stamp -> new Manage.SetMember(stamp, device, "Guest", terms),
        at -> rulings.limited(manager, guest, left, at));
  }

  /// Who manages the house, unless something is asked of it already: what is true in between nobody
  /// can say.
  private Optional<Phone> free(House house) {
    return asked.containsKey(house) ? Optional.empty() : manager(house);
  }

  private void manages(Phone manager, Looking.Question question, Consumer<Instant> confirmed) {
    House house = manager.house();
    long number = questions++;
    asked.put(house, number);
    manager.ask(
        looking -> looking.ask(question),
        answer -> {
          asked.remove(house, number);
          if (answer.orElse(null) instanceof Answer.Ruled word) {
            confirmed.accept(word.clock());
          }
        });
    world.time().after(UNANSWERED, () -> asked.remove(house, number));
  }
}
