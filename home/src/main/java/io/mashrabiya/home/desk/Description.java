package io.mashrabiya.home.desk;

import io.mashrabiya.home.authority.Authority;
import io.mashrabiya.home.authority.Member;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.CameraEntry;
import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.wire.letter.InviteEntry;
import io.mashrabiya.wire.privacy.Closure;
import io.mashrabiya.wire.right.Rights;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The household as one of its members may know it.
///
/// Guarantee: a member is told of no camera at which it never has any right, not even that it is
/// there. All members are told of all members, so that nobody looks unseen.
final class Description {
  private final Authority authority;
  private final Register register;
  private final Desk.Cameras cameras;

  Description(Authority authority, Register register, Desk.Cameras cameras) {
    this.authority = authority;
    this.register = register;
    this.cameras = cameras;
  }

  Answer to(Member member, Instant now, RequestHash hash) {
    Rights rights = member.terms().rights();
    boolean manages = rights.manage();
    Predicate<CameraId> isKnown = camera -> manages || !rights.at(camera).isEmpty();
    List<InviteEntry> invites = manages ? authority.inviteEntries(now) : List.of();
    return new Answer.HouseholdAnswer(
        now,
        hash,
        register.name(),
        cameras.all().stream()
            .filter(known -> isKnown.test(known.camera()))
            .map(known -> entry(known, member, now))
            .toList(),
        register.members().stream().map(each -> each.entry().as(isKnown)).toList(),
        invites,
        authority.privacy().as(isKnown),
        authority.wall().getId());
  }

  private CameraEntry entry(Desk.Known known, Member member, Instant now) {
    Optional<Closure> closure = authority.closure(known.camera(), now);
    return new CameraEntry(
        known.camera(),
        known.name(),
        closure.isPresent() ? CameraState.PRIVATE : known.state(),
        register.access().rights(member.device(), known.camera()),
        closure);
  }
}
