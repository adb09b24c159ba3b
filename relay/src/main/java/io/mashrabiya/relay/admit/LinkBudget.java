package io.mashrabiya.relay.admit;

import java.time.Duration;

/// What a link may still send (see [LinkLimits]).
public final class LinkBudget {
  private final LinkLimits limits;
  private final TokenBucket messages;
  private final TokenBucket bytes;

  public LinkBudget(LinkLimits limits, Duration now) {
    this.limits = limits;
    messages = new TokenBucket(limits.messages(), now);
    bytes = new TokenBucket(limits.bytes(), now);
  }

  /// Whether a message, ping or pong of this size is within the limits; it counts if it is.
  public boolean allows(int sizeBytes, Duration now) {
    return sizeBytes <= limits.messageBytes()
        && messages.take(1, now)
        && bytes.take(sizeBytes, now);
  }
}
