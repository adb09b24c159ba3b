package io.mashrabiya.home.authority;

import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.privacy.Closure;
import io.mashrabiya.wire.privacy.HousePrivacy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The cameras, and when which of them is closed to everybody. Immutable.
///
/// @param wall where the home's clock hangs: what the hours of a week are meant by
record House(Set<CameraId> cameras, HousePrivacy privacy, ZoneId wall) {
  House {
    cameras = Set.copyOf(cameras);
  }

  House withCameras(Set<CameraId> changed) {
    return new House(changed, privacy, wall);
  }

  House withPrivacy(HousePrivacy changed) {
    return new House(cameras, changed, wall);
  }

  Optional<Closure> closure(CameraId camera, Instant now) {
    return privacy.at(camera, now, wall);
  }

  Set<CameraId> open(Instant now) {
    return cameras.stream()
        .filter(camera -> closure(camera, now).isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
