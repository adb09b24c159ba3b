package io.mashrabiya.home.authority;

import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.right.Terms;
import java.time.Duration;
import java.util.Optional;

/// What an invite is good for.
///
/// @param reusable whether any number of devices may come by it, and not only one
/// @param goodFor how long it lets somebody in
/// @param terms what the newcomer may do, and when
/// @param replaces the device whose place the newcomer takes
public record InviteTerms(
    boolean reusable, Duration goodFor, Terms terms, Optional<DeviceId> replaces) {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  /// One device that may everything, ten minutes.
  public static final InviteTerms ONE_DEVICE = oneDevice(TEN_MINUTES, Terms.FULL);

  /// Any number of devices, for a day: for demonstrations on loopback, where everybody at the
  /// keyboard may look anyway.
  public static final InviteTerms DEMONSTRATION =
      new InviteTerms(true, Duration.ofDays(1), Terms.FULL, Optional.empty());

  public static InviteTerms oneDevice(Duration goodFor, Terms terms) {
    return new InviteTerms(false, goodFor, terms, Optional.empty());
  }
}
