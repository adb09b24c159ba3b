package io.mashrabiya.home.store;

import io.mashrabiya.home.authority.Roster;
import io.mashrabiya.wire.ids.CameraId;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a home must still know after it started again, beside its keys. Immutable.
///
/// @param name what people call the household
/// @param epoch the highest number of an epoch that was begun; 0 before the first
/// @param cameras each camera's id by its name, which stay together for good
/// @param kit where the recovery kit was written, to remind of it while it lies there
public record HouseholdState(
    String name,
    long epoch,
    Roster roster,
    SortedMap<String, CameraId> cameras,
    Optional<Path> kit) {
  public HouseholdState {
    cameras = Collections.unmodifiableSortedMap(new TreeMap<>(cameras));
  }

  static HouseholdState founded(String name, Optional<Path> kit) {
    return new HouseholdState(name, 0, Roster.EMPTY, new TreeMap<>(), kit);
  }

  public HouseholdState withEpoch(long number) {
    return new HouseholdState(name, number, roster, cameras, kit);
  }

  public HouseholdState withRoster(Roster newer) {
    return new HouseholdState(name, epoch, newer, cameras, kit);
  }

  public HouseholdState withCamera(String camera, CameraId id) {
    SortedMap<String, CameraId> more = new TreeMap<>(cameras);
    more.put(camera, id);
    return new HouseholdState(name, epoch, roster, more, kit);
  }

  /// Without names, which are for people and not for logs.
  @Override
  public String toString() {
    return "HouseholdState[epoch " + epoch + ", version " + roster.version() + "]";
  }
}
