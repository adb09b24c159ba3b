package io.mashrabiya.home.authority;

import io.mashrabiya.wire.check.Check;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.right.Right;
import io.mashrabiya.wire.right.Rights;
import io.mashrabiya.wire.sealed.Track;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Who may see and hear what at one moment: members' rights, their hours, and what is closed, put
/// together. Two that are equal let the same devices at the same cameras. Immutable.
///
/// Guarantee: what it does not name is not allowed.
///
/// @param present the rights of every member whose hours it is
/// @param open the household's cameras that are closed to nobody
public record Access(Map<DeviceId, Rights> present, Set<CameraId> open) {
  public Access {
    present = Map.copyOf(present);
    open = Collections.unmodifiableSortedSet(new TreeSet<>(open)); // one order, in every process
  }

  static Access of(Roster roster, House house, Instant now) {
    Map<DeviceId, Rights> present = new HashMap<>();
    roster
        .members()
        .forEach((device, member) -> {
          if (member.terms().hold(now, house.wall())) {
            present.put(device, member.terms().rights());
          }
        });
    return new Access(present, house.open(now));
  }

  /// What the device may do at the camera now, were it not closed.
  public Set<Right> rights(DeviceId device, CameraId camera) {
    Rights rights = present.get(device);
    return rights == null ? Set.of() : rights.at(camera);
  }

  /// Whether the device may have this track of the camera now.
  public boolean opens(DeviceId device, CameraId camera, Track track) {
    return open.contains(camera) && has(device, camera, rightTo(track));
  }

  @Check
  private boolean has(DeviceId device, CameraId camera, Right right) {
    return rights(device, camera).contains(right);
  }

  static Right rightTo(Track track) {
    return switch (track) {
      case MAIN, SUB, TRANSCODE, LOW, STILL, GLIMPSE -> Right.VIEW;
      case SOUND -> Right.LISTEN;
    };
  }
}
