package io.mashrabiya.home.desk;

import io.mashrabiya.home.authority.Member;
import io.mashrabiya.home.link.ControlPost;
import io.mashrabiya.home.live.Live;
import io.mashrabiya.vault.letter.HomeLetters;
import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Push;
import io.mashrabiya.wire.link.HomeSays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the relay and the members are told. It decides nothing: whoever has it tell something has
/// stored that first.
final class Herald {
  /// To every page of the device, and not only to the one that asked.
  private static final long ALL_LINKS = 0;

  private final ControlPost post;
  private final HomeLetters letters;
  private final Register register;
  private final Live live;

  Herald(ControlPost post, HomeLetters letters, Register register, Live live) {
    this.post = post;
    this.letters = letters;
    this.register = register;
    this.live = live;
  }

  /// All that a relay needs to know of the household, for one that knows nothing.
  ///
  /// @param invites that are out, and how long each is good for yet
  List<HomeSays> introduction(Map<InviteId, Duration> invites) {
    List<HomeSays> all = new ArrayList<>();
    all.add(members());
    if (register.isBehind()) {
      return all; // so that its devices reach it and are told; no keys, no newcomers
    }
    register
        .members()
        .forEach(member -> all.add(new HomeSays.Card(live.card(member, register.access()))));
    invites.forEach((id, left) -> all.add(invite(id, left)));
    return all;
  }

  /// The relay ends the links of whoever is not on the list.
  void tellMembers() {
    post.say(members());
  }

  void tellInvite(InviteId id, Duration goodFor) {
    post.say(invite(id, goodFor));
  }

  void tellUninvite(InviteId id) {
    post.say(new HomeSays.Uninvite(id));
  }

  /// @param answer empty: refused
  void tellNewcomer(byte[] answer, long link) {
    post.say(new HomeSays.Enrolled(answer, link));
  }

  void handOut(KeyCard card) {
    post.say(new HomeSays.Card(card));
  }

  /// @param link the page that asked
  void answer(Answer answer, Member member, long link) {
    post.say(
        new HomeSays.Post(
            member.device(), letters.seal(answer, member.device(), member.kem()), link));
  }

  /// Tells every member that the household is no longer what it was, and hands out the newest list.
  void pushChanged(Instant now) {
    Push push = new Push.HouseholdChanged(now, register.list().statement());
    for (Member member : register.members()) {
      post.say(
          new HomeSays.Post(
              member.device(), letters.seal(push, member.device(), member.kem()), ALL_LINKS));
    }
  }

  private HomeSays members() {
    return new HomeSays.Members(register.list().statement());
  }

  private static HomeSays invite(InviteId id, Duration goodFor) {
    return new HomeSays.Invite(id, Math.max(1, goodFor.toSeconds()));
  }
}
