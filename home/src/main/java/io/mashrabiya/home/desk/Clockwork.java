package io.mashrabiya.home.desk;

import io.mashrabiya.home.authority.Authority;
import io.mashrabiya.home.clock.HomeClock;
import io.mashrabiya.home.live.Live;
import java.io.IOException;
import java.time.Instant;

/// What time brings: leases that ran out, an epoch whose day is over, a clock that leapt.
final class Clockwork {
  private final Authority authority;
  private final Register register;
  private final Herald herald;
  private final Live live;
  private final HomeClock clock;

  Clockwork(Authority authority, Register register, Herald herald, Live live, HomeClock clock) {
    this.authority = authority;
    this.register = register;
    this.herald = herald;
    this.live = live;
    this.clock = clock;
  }

  void tick() throws IOException {
    boolean leapt = clock.leapt();
    Instant now = clock.instant();
    if (leapt) {
      authority.restart(now);
    }
    if (register.isBehind()) {
      return; // nobody is served, so nothing is due
    }
    live.lease(authority.leased(now));
    if (leapt || live.isEpochOver(now)) {
      live.beginEpoch(register.members(), now, herald::handOut);
    }
    register.storeSeen(now);
  }
}
