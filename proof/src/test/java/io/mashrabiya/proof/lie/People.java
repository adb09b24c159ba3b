package io.mashrabiya.proof.lie;

import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.device.pair.Pairing;
import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Phone;
import io.mashrabiya.proof.world.Helper;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.privacy.Privacy.Shutter;
import io.mashrabiya.wire.right.Week;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// What the people of the first house do meanwhile, with phones that share no code with the
/// browser.
final class People implements Helper {
  private static final int MOST_TRIES = 20;
  private static final int MOST_ASKED = 1_000;

  private final Houses houses;
  private final Membership owner;

  private People(Houses houses, Membership owner) {
    this.houses = houses;
    this.owner = owner;
  }

  /// The first of them is taken in.
  static People of(Houses houses) throws Exception {
    try (Phone phone = new Phone(houses.invite(0))) {
      return new People(houses, phone.membership());
    }
  }

  @Override
  public DeviceKeys keys() {
    return owner.keys();
  }

  @Override
  public Optional<Membership> membership() {
    return Optional.of(owner);
  }

  /// The owner's phone, over links of its own, if need be at the second try.
  Phone phone() throws Exception {
    for (int tries = 1; ; tries++) {
      try {
        return new Phone(owner);
      } catch (LinkFailed e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  /// Asks the home again and again, until it is so.
  void askUntil(BooleanSupplier so) throws Exception {
    try (Phone phone = phone()) {
      for (int asked = 0; !so.getAsBoolean(); asked++) {
        if (asked == MOST_ASKED) {
          throw new AssertionError("asked in vain");
        }
        phone.household();
      }
    }
  }

  /// Closes the house's second camera to everybody, and returns when the home has confirmed it.
  Instant close() throws Exception {
    return set(Optional.of(Shutter.CLOSED));
  }

  void open() throws Exception {
    set(Optional.empty());
  }

  private Instant set(Optional<Shutter> hand) throws Exception {
    try (Phone phone = phone()) {
      CameraId second = phone.household().cameras().getLast().camera();
      return Phone.answer(
              phone
                  .device()
                  .management()
                  .setPrivacy(Optional.of(second), hand, Optional.empty(), Week.EMPTY))
          .clock();
    }
  }

  Set<DeviceId> devices() throws Exception {
    try (Phone phone = phone()) {
      return phone.household().devices().stream()
          .map(entry -> entry.device())
          .collect(Collectors.toSet());
    }
  }

  /// Removes a device, and returns when the home has confirmed it.
  Instant remove(DeviceId device) throws Exception {
    try (Phone phone = phone()) {
      return Phone.answer(phone.device().remove(device)).clock();
    }
  }

  /// Somebody comes by a link, and goes again: everybody else gets new keys.
  void someoneComesAndGoes() throws Exception {
    try (Phone guest = new Phone(houses.invite(0))) {
      remove(guest.membership().device());
    }
  }

  /// Somebody follows a link.
  Pairing.Outcome pair() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return Pairing.pair(http, houses.invite(0), "Newcomer");
    }
  }
}
