package io.mashrabiya.media.socket;

import java.io.IOException;

/// No connection could be made.
public final class DialFailed extends IOException {
  private static final long serialVersionUID = 1;

  private final String reason;

  DialFailed(String reason) {
    super(reason);
    this.reason = reason;
  }

  /// The network's own words, short and printable.
  public String reason() {
    return reason;
  }
}
