package io.mashrabiya.relay.link;

import io.mashrabiya.relay.admit.LinkLimits;
import java.util.Arrays;
import java.util.Optional;

/// The four addresses of WebSockets (formats, section 8).
enum Endpoint {
  HOME("/v1/home", LinkLimits.HOME_CONTROL, true, true),
  HOME_MEDIA("/v1/home/media", LinkLimits.HOME_MEDIA, true, false),
  DEVICE("/v1/device", LinkLimits.DEVICE_CONTROL, false, true),
  DEVICE_MEDIA("/v1/device/media", LinkLimits.DEVICE_MEDIA, false, false);

  private final String path;

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
  private final LinkLimits limits;

  private final boolean isForHomes;
  private final boolean isControl;

  Endpoint(String path, LinkLimits limits, boolean isForHomes, boolean isControl) {
    this.path = path;
    this.limits = limits;
    this.isForHomes = isForHomes;
    this.isControl = isControl;
  }

  static Optional<Endpoint> at(String path) {
    return Arrays.stream(values()).filter(one -> one.path.equals(path)).findFirst();
  }

  LinkLimits limits() {
    return limits;
  }

  /// Homes are no browsers: whatever names an `Origin` is none.
  boolean isForHomes() {
    return isForHomes;
  }

  /// Whether it carries text; media links carry bytes.
  boolean isControl() {
    return isControl;
  }
}
