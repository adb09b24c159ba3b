package io.mashrabiya.home.authority;

import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.sealed.Track;
import java.util.List;
import java.util.Set;

/// What the authority decided about one request: who carries it out has nothing left to decide.
public sealed interface Ruling {
  record Refuse(RefusedReason reason) implements Ruling {}

  /// The session is open: answer with the device's card and where the track begins.
  record Open(CameraId camera, Track track) implements Ruling {}

  /// The sessions go on: answer how their cameras stand.
  ///
  /// @param anew those that another track would serve better
  record Vouch(Set<CameraId> cameras, List<RequestHash> unknown, List<RequestHash> anew)
      implements Ruling {
    public Vouch {
      anew = List.copyOf(anew);
      cameras = Set.copyOf(cameras);
      unknown = List.copyOf(unknown);
    }
  }

  /// The session is over, if there was one.
  record Close() implements Ruling {}

  /// Answer with the household's cameras and devices.
  record Describe() implements Ruling {}

  /// A member is struck and its sessions have ended: store the roster, begin a new epoch, hand out
  /// the cards, and only then confirm.
  record Strike(Member struck) implements Ruling {}

  /// What is asked was ruled and carried through before: confirm it.
  record Confirm() implements Ruling {}

  /// Who may see what is another, and the sessions that are allowed no more have ended: store it,
  /// begin a new epoch, hand out the cards, and only then confirm.
  record Change() implements Ruling {}

  /// Make an invite, and answer with its secret.
  record Invite(InviteTerms terms) implements Ruling {}

  /// The invite lets nobody in any more: forget its secret, and tell the relay.
  record Uninvite(InviteId invite) implements Ruling {}

  /// A viewer refused a picture: write it down.
  record Note(Request.Report report) implements Ruling {}

  /// This home is an old copy of itself: store that, stop everything, serve nobody.
  ///
  /// @param shown what proves it: who belonged to the household when the device last heard
  record StandBack(MemberList shown) implements Ruling {}
}
