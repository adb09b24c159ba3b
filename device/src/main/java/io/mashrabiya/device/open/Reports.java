package io.mashrabiya.device.open;

import io.mashrabiya.wire.ids.CameraId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// How often a device tells its home of refused pictures: the first of a camera at once, then one
/// in 5 s, so that whoever sends a flood of bad pictures does not make the device send a flood of
/// letters. Pictures of no camera that it looks at count as one camera's. Pure; not for two threads
/// at once.
final class Reports {
  private static final Duration EACH = Duration.ofSeconds(5);
  private static final CameraId STRAY = new CameraId(0, 0);

  private final Map<CameraId, Duration> last = new HashMap<>();

  boolean allows(CameraId camera, Set<CameraId> looksAt, Duration now) {
    CameraId counted = looksAt.contains(camera) ? camera : STRAY;
    Duration before = last.get(counted);
    if (before != null && now.minus(before).compareTo(EACH) < 0) {
      return false;
    }
    last.put(counted, now);
    return true;
  }
}
