package io.mashrabiya.proof.strike;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.device.open.Asked;
import io.mashrabiya.device.open.NewInvite;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.device.pair.Pairing;
import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Phone;
import io.mashrabiya.proof.middle.Mischief;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.CameraEntry;
import io.mashrabiya.wire.letter.InviteEntry;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.right.Right;
import io.mashrabiya.wire.right.Rights;
import io.mashrabiya.wire.right.Terms;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Promise 3 for a right on real parts, against a relay that goes on handing the guest everything.
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WithdrawnGuestTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Terms NOTHING = Terms.always(Rights.to(Set.of()));

  @TempDir private Path folder;

  @Test
  void guest_whoseRightIsWithdrawn_opensNothingThatWasTakenAfterTheConfirmation() throws Exception {
    var relay = new KeepsFeeding();
    try (Houses house = Houses.ofTwoCamerasBehind(relay, folder)) {
      house.waitForLink(0);
      Membership owner;
      CameraId nursery;
      CameraId other;
      PairingLink link;
      try (Phone phone = new Phone(house.invite(0))) {
        owner = phone.membership();
        List<CameraEntry> cameras = phone.household().cameras();
        nursery = cameras.getFirst().camera();
        other = cameras.getLast().camera();
        link = invited(phone, Rights.at(Set.of(nursery), Set.of(Right.VIEW)));
      }
      try (Phone guest = new Phone(link)) {
        assertThat(guest.household().cameras())
            .singleElement()
            .satisfies(entry -> assertThat(entry.camera()).isEqualTo(nursery));
        assertThat(refusal(guest.device().listen(nursery))).isEqualTo(RefusedReason.NOT_ALLOWED);
        assertThat(guest.device().open(other)).isInstanceOf(Asked.Refused.class);
        long epoch = guest.open().epoch();
        guest.sees(seen -> seen.camera().equals(nursery));
        relay.favourWhoIsHere();

        try (Phone phone = new Phone(owner)) {
          Phone.answer(phone.device().open(nursery));
          Phone.answer(phone.device().open(other));
          phone.sees(seen -> seen.camera().equals(nursery));
          Instant confirmed =
              Phone.answer(
                      phone
                          .device()
                          .management()
                          .setMember(guest.membership().device(), "Guest", NOTHING))
                  .clock();
          phone.sees(
              seen -> seen.kid().epoch() > epoch && seen.captureMicros() > Micros.of(confirmed));
          while (guest.device().counts(nursery).overflowed() == 0
              && !opensAnyOf(guest, epoch + 1)) {
            phone.sees(_ -> true); // until the guest has been handed more than it lets wait
          }
          assertThat(guest.saw())
              .isNotEmpty()
              .allSatisfy(seen -> {
                assertThat(seen.camera()).isEqualTo(nursery);
                assertThat(seen.kid().epoch()).isLessThanOrEqualTo(epoch);
                assertThat(seen.captureMicros()).isLessThanOrEqualTo(Micros.of(confirmed));
              });
        }
      }
    }
  }

  @Test
  void link_withdrawnByTheOwner_pairsNobody() throws Exception {
    try (Houses house = Houses.ofTwoCamerasBehind(Mischief.NONE, folder)) {
      house.waitForLink(0);
      try (Phone owner = new Phone(house.invite(0));
          HttpClient http = HttpClient.newHttpClient()) {
        NewInvite.Made made = made(owner, Terms.FULL);
        assertThat(owner.household().invites())
            .extracting(InviteEntry::invite)
            .contains(made.invite());
        Phone.answer(owner.device().management().uninvite(made.invite()));
        assertThat(owner.household().invites())
            .extracting(InviteEntry::invite)
            .doesNotContain(made.invite());
        assertThat(Pairing.pair(http, made.link(), "Thief"))
            .isInstanceOf(Pairing.Outcome.NotPaired.class);
        assertThat(owner.household().devices()).hasSize(1);
      }
    }
  }

  private static PairingLink invited(Phone owner, Rights rights) throws Exception {
    return made(owner, Terms.always(rights)).link();
  }

  private static NewInvite.Made made(Phone owner, Terms terms) throws Exception {
    return switch (owner.device().management().invite(terms, HOUR, Optional.empty())) {
      case NewInvite.Made made -> made;
      case NewInvite.Refused(var reason) -> throw new AssertionError("refused: " + reason);
    };
  }

  private static boolean opensAnyOf(Phone guest, long epoch) {
    return guest.saw().stream().anyMatch(seen -> seen.kid().epoch() >= epoch);
  }

  private static RefusedReason refusal(Asked<Answer.Opened> asked) {
    return switch (asked) {
      case Asked.Refused<Answer.Opened>(RefusedReason reason) -> reason;
      case Asked.Answered<Answer.Opened> _ -> throw new AssertionError("it was let in");
    };
  }
}
