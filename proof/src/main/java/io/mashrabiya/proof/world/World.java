package io.mashrabiya.proof.world;

import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.letter.ReportReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// Some houses, their devices, and the middle between them, from one seed.
public final class World {
  private static final Duration STILL = Duration.ofSeconds(8);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Timeline time = new Timeline();
  private final Chance chance;
  private final boolean tells;
  private final Witness witness;
  private final Truth truth = new Truth(this);
  private final Middle middle;
  private final List<House> houses = new ArrayList<>();
  private final List<Phone> phones = new ArrayList<>();
  private final List<Phone> helpers = new ArrayList<>();
  private final Story story = new Story();
  private final Map<String, Long> lies = new TreeMap<>();
  private final Map<ReportReason, Long> refusals = new EnumMap<>(ReportReason.class);
  private Optional<Outcome.Broken> broken = Optional.empty();
  private long deliveries;

  /// @param folder empty, for the homes' data
  /// @param tells whether what happens is written down
  World(
      long seed,
      Path folder,
      int houseCount,
      Pace pace,
      boolean tells,
      Witness witness,
      Stage stage)
      throws IOException {
    this.chance = new Chance(seed);
    this.tells = tells;
    this.witness = witness;
    this.middle = new Middle(time, chance, this, stage);
    for (int i = 0; i < houseCount; i++) {
      House house = new House(this, i, folder.resolve("house-" + i), 2);
      houses.add(house);
      house.start();
    }
    time.every(pace.picture(), () -> houses.forEach(House::takePictures));
    time.every(STILL, () -> houses.forEach(House::takeStills));
    time.every(SECOND, this::tick);
  }

  private void tick() {
    try {
      for (House house : houses) {
        house.tick();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    houses.forEach(truth::look);
    phones.forEach(truth::look);
    phones.forEach(Phone::look);
  }

  Timeline time() {
    return time;
  }

  Chance chance() {
    return chance;
  }

  Witness witness() {
    return witness;
  }

  Truth truth() {
    return truth;
  }

  Middle middle() {
    return middle;
  }

  List<House> houses() {
    return houses;
  }

  /// Those of a house that are there.
  List<Phone> phones(House house) {
    return phones.stream().filter(phone -> phone.house() == house && !phone.isGone()).toList();
  }

  Optional<Phone> phone(House house, DeviceId device) {
    return phones.stream()
        .filter(phone -> phone.house() == house)
        .filter(phone -> phone.keys().idIn(house.household()).equals(device))
        .findFirst();
  }

  Phone newPhone(House house) {
    var phone = new Phone(this, house, phones.size());
    phones.add(phone);
    return phone;
  }

  /// This one's owner helps the middle from now on.
  void helps(Phone phone) {
    helpers.add(phone);
  }

  List<Phone> helpers() {
    return List.copyOf(helpers);
  }

  // ---- what is counted ----

  void delivered() {
    deliveries++;
  }

  void lied(Lie lie) {
    lies.merge(lie.name(), 1L, Long::sum);
    tell(() -> lie.name() + " lies");
  }

  void refused(ReportReason reason) {
    refusals.merge(reason, 1L, Long::sum);
    tell(() -> "refused: " + reason.text());
  }

  void broken(Promise promise, Supplier<String> words) {
    if (broken.isEmpty()) {
      tell(() -> "BROKEN " + promise + ": " + words.get());
      broken = Optional.of(new Outcome.Broken(promise, words.get(), deliveries));
    }
  }

  void tell(Supplier<String> words) {
    if (tells) {
      story.tell(time.now(), words.get());
    }
  }

  // ---- the run ----

  /// Lets go of the homes' folders.
  void end() throws IOException {
    for (House house : houses) {
      house.stop();
    }
  }

  /// Goes on until so many deliveries were made, or a promise is broken.
  ///
  /// @param deeds how many were done
  Outcome run(long mostDeliveries, IntSupplier deeds) {
    while (deliveries < mostDeliveries && broken.isEmpty() && time.step()) {
      // the world goes on
    }
    return new Outcome(
        deliveries, lies, refusals, truth.seenCount(), broken, deeds.getAsInt(), story.lines());
  }
}
