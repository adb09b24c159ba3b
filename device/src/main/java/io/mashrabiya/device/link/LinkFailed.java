package io.mashrabiya.device.link;

import io.mashrabiya.wire.link.ByeReason;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A link that could not be made or that ended.
public final class LinkFailed extends IOException {
  private static final long serialVersionUID = 1;

  private final @Nullable ByeReason reason;

  public LinkFailed(String what, Throwable cause) {
    super(what, cause);
    this.reason = null;
  }

  public LinkFailed(String what) {
    super(what);
    this.reason = null;
  }

  LinkFailed(ByeReason reason) {
    super("the relay ended the link: " + reason.text());
    this.reason = reason;
  }

  /// What the relay said before it closed, if it said anything.
  public Optional<ByeReason> reason() {
    return Optional.ofNullable(reason);
  }
}
