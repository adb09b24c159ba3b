package io.mashrabiya.home.desk;

import io.mashrabiya.home.authority.Authority;
import io.mashrabiya.home.authority.Enrolment;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.authority.Member;
import io.mashrabiya.home.clock.HomeClock;
import io.mashrabiya.vault.enrol.Invitation;
import io.mashrabiya.wire.enrol.EnrolAnswer;
import io.mashrabiya.wire.enrol.EnrolRequest;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The way in: makes invites, keeps their secrets while they stand, and welcomes whoever the
/// authority admits (formats, section 7).
final class Enrolments {
  private static final System.Logger LOG = System.getLogger(Enrolments.class.getName());
  private static final byte[] REFUSED = {};

  private final Authority authority;
  private final Register register;
  private final Herald herald;
  private final Aftermath aftermath;
  private final HomeClock clock;
  private final Origin origin;
  private final Map<InviteId, Invitation> invitations = new HashMap<>();

  Enrolments(
      Authority authority,
      Register register,
      Herald herald,
      Aftermath aftermath,
      HomeClock clock,
      Origin origin) {
    this.authority = authority;
    this.register = register;
    this.herald = herald;
    this.aftermath = aftermath;
    this.clock = clock;
    this.origin = origin;
  }

  Invitation invite(InviteTerms terms) {
    Invitation invitation = Invitation.fresh(register.keys().household(), origin.text());
    Instant now = clock.instant();
    authority.invite(invitation.id(), terms, now);
    invitations.put(invitation.id(), invitation);
    invitations.keySet().removeIf(id -> !authority.stands(id, now));
    herald.tellInvite(invitation.id(), terms.goodFor());
    return invitation;
  }

  /// Forgets the secret of an invite that lets nobody in any more.
  void withdraw(InviteId id) {
    invitations.remove(id);
    herald.tellUninvite(id);
  }

  /// The invites that are out, and how long each is good for yet.
  Map<InviteId, Duration> standing() {
    return authority.invites(clock.instant());
  }

  /// A newcomer wrote.
  void enrol(HomeHears.Enrol came) throws IOException {
    herald.tellNewcomer(enrolled(came).orElse(REFUSED), came.link());
  }

  private Optional<byte[]> enrolled(HomeHears.Enrol came) throws IOException {
    Instant now = clock.instant();
    Invitation invitation = invitations.get(came.invite());
    if (invitation == null || !authority.stands(came.invite(), now)) {
      return Optional.empty();
    }
    Optional<EnrolRequest> opened = invitation.openToHome(came.message());
    Enrolment enrolment = authority.enrol(came.invite(), opened, now);
    if (!authority.stands(came.invite(), now)) {
      invitations.remove(came.invite());
      herald.tellUninvite(came.invite());
    }
    return switch (enrolment) {
      case Enrolment.Refused() -> Optional.empty();
      case Enrolment.Again(Member member) -> Optional.of(welcome(invitation, came, member, opened));
      case Enrolment.Admitted(Member member) -> {
        aftermath.changed();
        LOG.log(Level.INFO, () -> "device " + member.device() + " was taken in");
        yield Optional.of(welcome(invitation, came, member, opened));
      }
    };
  }

  private byte[] welcome(
      Invitation invitation, HomeHears.Enrol came, Member member, Optional<EnrolRequest> opened) {
    EnrolAnswer answer =
        new EnrolAnswer(
            register.keys().certificate(),
            member.device(),
            register.list(),
            register.name(),
            opened.orElseThrow().nonce(),
            member.terms());
    return invitation.sealToDevice(came.message(), answer);
  }
}
