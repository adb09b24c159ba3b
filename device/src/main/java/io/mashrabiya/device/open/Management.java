package io.mashrabiya.device.open;

import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.vault.enrol.Invitation;
import io.mashrabiya.vault.enrol.InviteSecret;
import io.mashrabiya.vault.enrol.InviteSecrets;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Manage;
import io.mashrabiya.wire.privacy.Privacy.Shutter;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.right.Week;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a device that manages asks of its home; of any other the home refuses all but leaving.
/// Blocking; any thread may call it.
public final class Management {
  private final Membership membership;
  private final Correspondence correspondence;
  private final Duration patience;

  Management(Membership membership, Correspondence correspondence, Duration patience) {
    this.membership = membership;
    this.correspondence = correspondence;
    this.patience = patience;
  }

  /// Strikes a device from the household; ruled means that it opens nothing numbered later.
  public Asked<Answer.Ruled> remove(DeviceId device) throws LinkFailed, InterruptedException {
    return ruled(stamp -> new Manage.Remove(stamp, device));
  }

  /// An invite for one more device.
  ///
  /// Guarantee: the link is the one that the home made for this very question; the relay read
  /// nothing of its secret.
  ///
  /// @param goodFor [Manage.Invite#SHORTEST] to [Manage.Invite#LONGEST], in whole seconds
  /// @param replaces the device whose place the newcomer takes
  /// @throws LinkFailed also when the secret does not open or is of another invite
  public NewInvite invite(Terms terms, Duration goodFor, Optional<DeviceId> replaces)
      throws LinkFailed, InterruptedException {
    Correspondence.Exchange exchange =
        correspondence.ask(stamp -> new Manage.Invite(stamp, goodFor, replaces, terms), patience);
    return switch (Asked.of(exchange.answer(), Answer.Invited.class)) {
      case Asked.Refused<Answer.Invited>(var reason) -> new NewInvite.Refused(reason);
      case Asked.Answered<Answer.Invited>(Answer.Invited invited) ->
          new NewInvite.Made(invited.invite(), link(exchange, invited), invited.until());
    };
  }

  private PairingLink link(Correspondence.Exchange exchange, Answer.Invited invited)
      throws LinkFailed {
    InviteSecret secret =
        InviteSecrets.open(
                invited.sealed(), membership.device(), membership.keys(), exchange.request())
            .orElseThrow(() -> new LinkFailed("the invite's secret does not open"));
    var link = new PairingLink(membership.household(), secret, membership.origin().text());
    if (!Invitation.of(link).id().equals(invited.invite())) {
      throw new LinkFailed("the secret is of another invite");
    }
    return link;
  }

  /// Withdraws an invite; done means that it lets nobody in any more.
  public Asked<Answer.Done> uninvite(InviteId invite) throws LinkFailed, InterruptedException {
    return answered(stamp -> new Manage.Uninvite(stamp, invite), Answer.Done.class);
  }

  /// Names a device and says what it may from now on; ruled means that it can do no more.
  public Asked<Answer.Ruled> setMember(DeviceId device, String name, Terms terms)
      throws LinkFailed, InterruptedException {
    return ruled(stamp -> new Manage.SetMember(stamp, device, name, terms));
  }

  /// Closes or opens a camera, or the whole house; ruled means that nobody sees what is closed.
  ///
  /// @param camera empty: the house
  /// @param hand empty: the week's hours count
  /// @param until when they count again; empty: when somebody says so
  public Asked<Answer.Ruled> setPrivacy(
      Optional<CameraId> camera, Optional<Shutter> hand, Optional<Instant> until, Week week)
      throws LinkFailed, InterruptedException {
    return ruled(stamp -> new Manage.SetPrivacy(stamp, camera, hand, until, week));
  }

  private Asked<Answer.Ruled> ruled(Looking.Question question)
      throws LinkFailed, InterruptedException {
    return answered(question, Answer.Ruled.class);
  }

  private <A extends Answer> Asked<A> answered(Looking.Question question, Class<A> expected)
      throws LinkFailed, InterruptedException {
    return Asked.of(correspondence.ask(question, patience).answer(), expected);
  }
}
