package io.mashrabiya.home.desk;

import io.mashrabiya.home.authority.Authority;
import io.mashrabiya.home.clock.HomeClock;
import io.mashrabiya.home.live.Live;
import java.io.IOException;
import java.time.Instant;

/// What has to follow when it has changed who may see what, in the one order that keeps the
/// promise.
///
/// Guarantee: a change that was ruled is carried through. When the disk fails in the middle it is
/// owed, and [#settle] begins it again from the start, before anything else is done or told.
final class Aftermath {
  private final Authority authority;
  private final Register register;
  private final Herald herald;
  private final Live live;
  private final Desk.Cameras cameras;
  private final HomeClock clock;
  private boolean owed;

  Aftermath(
      Authority authority,
      Register register,
      Herald herald,
      Live live,
      Desk.Cameras cameras,
      HomeClock clock) {
    this.authority = authority;
    this.register = register;
    this.herald = herald;
    this.live = live;
    this.cameras = cameras;
    this.clock = clock;
  }

  /// A device came or left, a right or a camera, or one was closed or opened. Returns when whoever
  /// lost by it opens nothing numbered later.
  void changed() throws IOException {
    owed = true;
    settle();
  }

  /// On the disk; then what is closed is sealed no more; then the relay's list; then new keys for
  /// those who may look, and nobody else.
  void settle() throws IOException {
    if (owed) {
      Instant now = clock.instant();
      register.store();
      live.set(register.access().open());
      cameras.open(register.access().open());
      live.lease(authority.leased(now));
      herald.tellMembers();
      live.beginEpoch(register.members(), register.access(), now, herald::handOut);
      herald.pushChanged(clock.instant());
      owed = false;
    }
  }
}
