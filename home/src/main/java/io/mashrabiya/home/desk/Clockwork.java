package io.mashrabiya.home.desk;

import io.mashrabiya.home.authority.Authority;
import io.mashrabiya.home.clock.HomeClock;
import io.mashrabiya.home.live.Live;
import java.io.IOException;
import java.time.Instant;

/// What time brings: leases and hours that ran out, an epoch whose day is over, a clock that leapt,
/// and what the disk kept from being done before.
final class Clockwork {
  private final Authority authority;
  private final Register register;
  private final Herald herald;
  private final Aftermath aftermath;
  private final Live live;
  private final HomeClock clock;
  private boolean epochDue;

  Clockwork(
      Authority authority,
      Register register,
      Herald herald,
      Aftermath aftermath,
      Live live,
      HomeClock clock) {
    this.authority = authority;
    this.register = register;
    this.herald = herald;
    this.aftermath = aftermath;
    this.live = live;
    this.clock = clock;
  }

  /// Before anything is ruled: what the hour has changed, and what is still owed.
  void bringUpToDate() throws IOException {
    Instant now = clock.instant();
    if (!register.isBehind() && authority.settle(now)) {
      live.lease(authority.leased(now)); // first: no disk is needed to stop sending
      aftermath.changed();
    }
    aftermath.settle();
  }

  /// To be called once a second.
  void tick() throws IOException {
    boolean leapt = clock.leapt();
    Instant now = clock.instant();
    if (leapt) {
      authority.restart(now);
    }
    if (register.isBehind()) {
      return; // nobody is served, so nothing is due
    }
    live.lease(authority.leased(now)); // as above
    bringUpToDate();
    epochDue |= leapt || live.isEpochOver(now);
    if (epochDue) {
      live.beginEpoch(register.members(), register.access(), now, herald::handOut);
      epochDue = false;
    }
    register.storeSeen(now);
  }
}
