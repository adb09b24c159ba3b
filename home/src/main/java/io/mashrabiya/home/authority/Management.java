package io.mashrabiya.home.authority;

import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.letter.InviteEntry;
import io.mashrabiya.wire.letter.Manage;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.privacy.HousePrivacy;
import io.mashrabiya.wire.privacy.Privacy;
import io.mashrabiya.wire.privacy.Privacy.Hand;
import io.mashrabiya.wire.right.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What becomes of a household when somebody wants it changed (formats, section 6). It changes
/// nothing itself.
///
/// Guarantee: only a member that manages changes anything, but for leaving, which every member may;
/// somebody who manages is left as long as anybody is; what would be too much to tell of is
/// refused.
///
/// @param invites that wait for their device
record Management(Roster roster, House house, List<InviteEntry> invites) {
  private static final InviteId NONE_YET = new InviteId(0, 0);

  sealed interface Outcome {}

  record Refused(RefusedReason reason) implements Outcome {}

  /// This member leaves.
  record Struck(Member member) implements Outcome {}

  /// It left before: somebody asks again who did not hear of it.
  record Gone() implements Outcome {}

  /// The household is this from now on.
  record Changed(Roster roster, HousePrivacy privacy) implements Outcome {}

  record Invited(InviteTerms terms) implements Outcome {}

  record Uninvited(InviteId invite) implements Outcome {}

  Outcome rule(Member by, Manage asked, Instant now) {
    boolean leaves = asked instanceof Manage.Remove gone && gone.device().equals(by.device());
    if (!by.manages() && !leaves) {
      return new Refused(RefusedReason.NOT_ALLOWED);
    }
    return switch (asked) {
      case Manage.Remove remove -> remove(remove, now);
      case Manage.Invite invite -> invite(invite, now);
      case Manage.Uninvite uninvite -> new Uninvited(uninvite.invite());
      case Manage.SetMember member -> set(member, now);
      case Manage.SetPrivacy privacy -> set(privacy, by, now);
    };
  }

  private Outcome remove(Manage.Remove remove, Instant now) {
    Member struck = roster.members().get(remove.device());
    if (struck == null) {
      return roster.struck().containsKey(remove.device())
          ? new Gone()
          : new Refused(RefusedReason.NO_SUCH_DEVICE);
    }
    return roster.without(struck, now).isManaged()
        ? new Struck(struck)
        : new Refused(RefusedReason.LAST_MANAGER);
  }

  private Outcome invite(Manage.Invite invite, Instant now) {
    if (invite.replaces().filter(old -> !roster.members().containsKey(old)).isPresent()) {
      return new Refused(RefusedReason.NO_SUCH_DEVICE);
    }
    return fits(invite.terms(), invite.goodFor(), now)
        ? new Invited(new InviteTerms(false, invite.goodFor(), invite.terms(), invite.replaces()))
        : new Refused(RefusedReason.BUSY);
  }

  /// Whether one more invite can still be told of.
  boolean fits(Terms terms, Duration goodFor, Instant now) {
    List<InviteEntry> more = new ArrayList<>(invites);
    more.add(new InviteEntry(NONE_YET, terms, now.plus(goodFor)));
    return Description.fits(roster, house, more);
  }

  private Outcome set(Manage.SetMember asked, Instant now) {
    Member member = roster.members().get(asked.device());
    if (member == null) {
      return new Refused(RefusedReason.NO_SUCH_DEVICE);
    }
    Roster changed = roster.with(member.changed(asked.name(), asked.terms()), now);
    return changed.isManaged()
        ? ifItFits(changed, house.privacy())
        : new Refused(RefusedReason.LAST_MANAGER);
  }

  private Outcome set(Manage.SetPrivacy asked, Member by, Instant now) {
    Optional<CameraId> camera = asked.camera();
    if (camera.filter(named -> !house.cameras().contains(named)).isPresent()) {
      return new Refused(RefusedReason.NO_SUCH_CAMERA);
    }
    Optional<Hand> hand =
        asked.hand().map(shutter -> new Hand(shutter, now, asked.until(), by.name()));
    Privacy privacy = new Privacy(hand, asked.week());
    HousePrivacy changed =
        camera
            .map(named -> house.privacy().with(named, privacy))
            .orElseGet(() -> house.privacy().withHouse(privacy));
    return ifItFits(roster.changed(now), changed);
  }

  private Outcome ifItFits(Roster members, HousePrivacy privacy) {
    return Description.fits(members, house.withPrivacy(privacy), invites)
        ? new Changed(members, privacy)
        : new Refused(RefusedReason.BUSY);
  }
}
