package io.mashrabiya.home.desk;

import io.mashrabiya.home.authority.Authority;
import io.mashrabiya.home.authority.Member;
import io.mashrabiya.home.clock.HomeClock;
import io.mashrabiya.home.live.Live;
import java.io.IOException;
import java.time.Instant;

/// What has to follow when the members have changed, in the one order that keeps the promise.
///
/// Guarantee: a change that was ruled is carried through. When the disk fails in the middle it is
/// owed, and [#settle] begins it again from the start, before anything else is done or told.
final class Aftermath {
  private final Authority authority;
  private final Register register;
  private final Herald herald;
  private final Live live;
  private final HomeClock clock;
  private boolean owed;

  Aftermath(Authority authority, Register register, Herald herald, Live live, HomeClock clock) {
    this.authority = authority;
    this.register = register;
    this.herald = herald;
    this.live = live;
    this.clock = clock;
  }

  /// Returns when the device that was struck opens nothing numbered later.
  void struck() throws IOException {
    owed = true;
    settle();
  }

  /// Returns when every member can open the cameras that there are now, and nobody the others.
  void camerasChanged() throws IOException {
    owed = true;
    settle();
  }

  void admitted(Member member) throws IOException {
    owed = true;
    register.store();
    herald.tellMembers();
    herald.handOut(live.card(member));
    herald.pushChanged(clock.instant());
    owed = false;
  }

  /// On the disk, then the relay's list, then new keys for those who belong here and nobody else.
  void settle() throws IOException {
    if (owed) {
      Instant now = clock.instant();
      register.store();
      live.lease(authority.leased(now));
      herald.tellMembers();
      live.beginEpoch(register.members(), now, herald::handOut);
      herald.pushChanged(clock.instant());
      owed = false;
    }
  }
}
