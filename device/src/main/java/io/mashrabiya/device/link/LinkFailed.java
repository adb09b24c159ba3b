package io.mashrabiya.device.link;

import io.mashrabiya.wire.link.ByeReason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A link that could not be made or that ended.
public final class LinkFailed extends IOException {
  private static final long serialVersionUID = 1;

  private final @Nullable ByeReason reason;
  private final @Nullable Duration pause;

  public LinkFailed(String what, Throwable cause) {
    super(what, cause);
    this.reason = null;
    this.pause = null;
  }

  public LinkFailed(String what) {
    super(what);
    this.reason = null;
    this.pause = null;
  }

  LinkFailed(ByeReason reason) {
    super("the relay ended the link: " + reason.text());
    this.reason = reason;
    this.pause = null;
  }

  LinkFailed(Duration pause) {
    super("the relay is back in " + pause.toMillis() + " ms");
    this.reason = null;
    this.pause = pause;
  }

  /// After how long the relay wants to be asked again, if it said so.
  public Optional<Duration> pause() {
    return Optional.ofNullable(pause);
  }

  /// What the relay said before it closed, if it said anything.
  public Optional<ByeReason> reason() {
    return Optional.ofNullable(reason);
  }
}
