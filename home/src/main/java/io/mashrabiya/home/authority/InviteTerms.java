package io.mashrabiya.home.authority;

import java.time.Duration;

/// What an invite is good for.
public enum InviteTerms {
  /// One device, ten minutes.
  ONE_DEVICE(Duration.ofMinutes(10)),
  /// Any number of devices, for a day: for demonstrations on loopback, where everybody at the
  /// keyboard may look anyway.
  DEMONSTRATION(Duration.ofDays(1));

  private final Duration goodFor;

  InviteTerms(Duration goodFor) {
    this.goodFor = goodFor;
  }

  public Duration goodFor() {
    return goodFor;
  }
}
