package io.mashrabiya.proof.lie;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.device.pair.Pairing;
import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Phone;
import io.mashrabiya.proof.house.Screen;
import io.mashrabiya.proof.middle.Liar;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.DeviceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells all lies, one after another, while people do what each needs to be told at all. Between
/// two of them nobody lies, and both households see their own moving pictures.
final class Telling {
  private static final long CAMERA = 100;

  /// Closed to everybody, but for moments: nobody sees it, whoever asks again that it be open.
  private static final long PRIVATE = 101;

  private static final long NEIGHBOURS = 200;

  /// So often the screens are looked at under each lie.
  private static final int MANY_LOOKS = 50;

  private static final int MANY_PICTURES = 45;
  private static final int FEW = 5;

  /// Its letters come again after a minute, while others lie.
  private static final String PATIENT = "MuchLater";

  /// Under these, pictures are late.
  private static final Set<String> LATE = Set.of("LateFrames", "LateEverything", "ForgedAnswers");

  /// Under these, pictures come that the browser refuses and counts.
  private static final Set<String> REFUSED =
      Set.of(
          "December26Cache",
          "Yesterday",
          "Twice",
          "FlippedBit",
          "OtherName",
          "OwnKeys",
          "HiddenRemoval",
          "MemberForges");

  /// After these the relay holds what one home sent as another's, for a home that hears another's
  /// ticket sends by it; and it would prefer what is newer of the two. It is started anew, as its
  /// operator would.
  private static final Set<String> MIXED =
      Set.of("ResponseOffByOne", "ReconnectStampedeJoin", "CrossedHomes", "Yesterday");

  /// For these somebody is removed, and told so: whoever hears that in another's place waits for a
  /// minute before it comes again.
  private static final List<String> LAST =
      List.of("OldCards", "OneStillForAll", "OldMemberList", "HiddenRemoval");

  private final Liar liar;
  private final Houses houses;
  private final Witness witness;
  private final Screen first;
  private final Screen second;
  private final Screen guest;
  private final People people;
  private final List<Lie> lies =
      Lies.all().stream()
          .sorted(
              Comparator.comparing((Lie lie) -> !lie.name().equals(PATIENT))
                  .thenComparing(lie -> LAST.indexOf(lie.name())))
          .toList();

  /// @param first looks at the first house, and `second` at the second
  /// @param guest is going to look at the first house, until it is removed
  Telling(Liar liar, Houses houses, Screen first, Screen second, Screen guest) throws Exception {
    this.liar = liar;
    this.houses = houses;
    this.first = first;
    this.second = second;
    this.guest = guest;
    liar.tell(lies.getFirst());
    witness = new Witness(houses, first.open(houses.link(0)), second.open(houses.link(1)));
    people = People.of(houses);
    liar.helps(people);
  }

  /// Returns when each was told and none has broken a promise.
  void all() throws Exception {
    witness.until(
        () -> witness.hasSeenLive(first, CAMERA) && witness.hasSeenLive(second, NEIGHBOURS));
    liar.knows(houses.deviceKeys(0));
    liar.knows(houses.deviceKeys(1));
    for (Lie lie : lies) {
      witness.hears(lie.name() + " is told");
      tell(lie);
      witness.hears(lie.name() + " was told");
      liar.stops();
      if (MIXED.contains(lie.name())) {
        houses.restartRelay();
      }
      goesOn();
      if (lie.name().equals(PATIENT)) {
        close();
      }
    }
    witness.until(() -> liar.told(lies.getFirst()) > 0);
    open();
    witness.until(() -> witness.hasSeenLive(first, PRIVATE));
  }

  private void tell(Lie lie) throws Exception {
    switch (lie.name()) {
      case "OldMemberList" -> removesTheGuest(lie);
      case "HiddenRemoval" -> removesAPhone(lie);
      default -> {
        if (lie.name().equals("OldCards")) {
          people.someoneComesAndGoes(); // and so the cards of before are old
        }
        liar.tell(lie);
        whatItNeeds(lie);
        goesOnFor(lie);
      }
    }
  }

  private void whatItNeeds(Lie lie) throws Exception {
    switch (lie.name()) {
      case "MuchLater" -> people.open(); // which is asked again after it was closed
      case "AskedTwice" -> {
        opensAndCloses();
        people.askUntil(() -> liar.told(lie) >= FEW);
      }
      case "KeptInvite" -> followLinks();
      case "UninvitedGuest" -> makeAnInvite(lie);
      case "OldCards", "ForgedLetters" -> people.askUntil(() -> liar.told(lie) >= FEW);
      case "OneStillForAll" -> people.someoneComesAndGoes();
      case "MemberForges" -> people.devices(); // and so the card of who helps passes by
      default -> {}
    }
  }

  private boolean isTold(Lie lie) {
    return liar.told(lie) > 0;
  }

  /// It is told for a while, and has reached the browser.
  private void goesOnFor(Lie lie) {
    Instant begun = Instant.now();
    long looks = witness.looks();
    long refusals = witness.refusals(first);
    witness.until(() ->
        (isTold(lie) || lie.name().equals(PATIENT))
            && (!REFUSED.contains(lie.name()) || witness.refusals(first) > refusals)
            && witness.looks() > looks + MANY_LOOKS);
    if (LATE.contains(lie.name())) {
      witness.until(() ->
          witness.hasSeen(first, CAMERA, begun) && witness.hasSeen(second, NEIGHBOURS, begun));
    }
  }

  private void open() throws Exception {
    witness.on(first, PRIVATE);
    people.open();
  }

  private void close() throws Exception {
    witness.off(first, PRIVATE, people.close());
  }

  /// What was asked once is done once: it does not open again.
  private void opensAndCloses() throws Exception {
    open();
    close();
  }

  /// Whoever hears an answer to another is not taken in by it.
  private void followLinks() throws Exception {
    people.pair();
    assertThat(people.pair()).isInstanceOf(Pairing.Outcome.NotPaired.class);
  }

  /// Whoever knows of an invite but not its secret is not taken in.
  private void makeAnInvite(Lie lie) throws Exception {
    Set<DeviceId> before = people.devices();
    houses.invite(0);
    witness.until(() -> isTold(lie));
    assertThat(people.devices()).isEqualTo(before);
  }

  /// A browser, and the relay does not know that it is removed.
  private void removesTheGuest(Lie lie) throws Exception {
    Set<DeviceId> before = people.devices();
    witness.watches(guest.open(houses.link(0)), 0);
    witness.until(() -> witness.hasSeenLive(guest, CAMERA));
    Set<DeviceId> newcomer = new HashSet<>(people.devices());
    newcomer.removeAll(before);
    liar.tell(lie);
    Instant confirmed = people.remove(newcomer.iterator().next());
    houses.marks(0).forEach(camera -> witness.off(guest, camera, confirmed));
    goesOnFor(lie);
    witness.until(() -> !guest.state().equals("live"));
  }

  /// A phone, and the relay hands it all pictures.
  private void removesAPhone(Lie lie) throws Exception {
    try (Phone removed = new Phone(houses.invite(0));
        Phone owner = people.phone()) {
      removed.open();
      removed.sees(seen -> true);
      owner.open();
      liar.tell(lie);
      long confirmed = Micros.of(people.remove(removed.membership().device()));
      goesOnFor(lie);
      for (int i = 0; i < MANY_PICTURES; i++) {
        owner.sees(seen -> seen.captureMicros() > confirmed);
      }
      assertThat(removed.saw())
          .isNotEmpty()
          .allSatisfy(seen -> assertThat(seen.captureMicros()).isLessThanOrEqualTo(confirmed));
    }
  }

  /// Everybody sees pictures of their own cameras that were drawn since, and they are live.
  private void goesOn() {
    Instant now = Instant.now();
    witness.until(() ->
        witness.hasSeenLive(first, CAMERA, now)
            && houses.marks(1).stream()
                .allMatch(camera -> witness.hasSeenLive(second, camera, now)));
  }
}
