package io.mashrabiya.home.store;

import io.mashrabiya.home.authority.Roster;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.privacy.HousePrivacy;
import io.mashrabiya.wire.statement.Statement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// What a home must still know after it started again, beside its keys. Immutable.
///
/// @param name what people call the household
/// @param epoch the highest number of an epoch that was begun; 0 before the first
/// @param cameras each camera's id by its name, which stay together for good
/// @param kit where the recovery kit was written, to remind of it while it lies there
/// @param shown the newest member list of this home that a device has shown to it, from after this
///   copy was made; a statement that its own certificate proves
public record HouseholdState(
    String name,
    long epoch,
    Roster roster,
    HousePrivacy privacy,
    SortedMap<String, CameraId> cameras,
    Optional<Path> kit,
    Optional<Statement> shown) {
  /// Of a household, as many as one letter can tell of.
  public static final int MAX_CAMERAS = Answer.MAX_CAMERAS;

  public HouseholdState {
    cameras = Collections.unmodifiableSortedMap(new TreeMap<>(cameras));
  }

  static HouseholdState founded(String name, Optional<Path> kit) {
    return new HouseholdState(
        name, 0, Roster.EMPTY, HousePrivacy.NONE, new TreeMap<>(), kit, Optional.empty());
  }

  public HouseholdState withEpoch(long number) {
    return new HouseholdState(name, number, roster, privacy, cameras, kit, shown);
  }

  /// Who may look, and when nobody may.
  public HouseholdState with(Roster members, HousePrivacy closed) {
    return new HouseholdState(name, epoch, members, closed, cameras, kit, shown);
  }

  /// With these cameras, each under the id that its name had before. Names that no camera has now
  /// are kept for when it comes back, as far as there is room for them.
  ///
  /// @param names at most [#MAX_CAMERAS]
  public HouseholdState withCameras(Collection<String> names, Supplier<CameraId> fresh) {
    SortedMap<String, CameraId> known = new TreeMap<>();
    names.forEach(camera ->
        known.put(camera, cameras.containsKey(camera) ? cameras.get(camera) : fresh.get()));
    cameras.forEach((camera, id) -> {
      if (known.size() < MAX_CAMERAS) {
        known.putIfAbsent(camera, id);
      }
    });
    return new HouseholdState(name, epoch, roster, privacy, known, kit, shown);
  }

  /// With a member list that a device has shown, unless one that is as new was shown before.
  public HouseholdState withShown(MemberList list, HomeCertificate certificate) {
    return newest(certificate)
            .filter(held -> !list.version().isNewerThan(held.version()))
            .isPresent()
        ? this
        : new HouseholdState(
            name, epoch, roster, privacy, cameras, kit, Optional.of(list.statement()));
  }

  /// The newest member list that was shown, if it is the home's of this certificate.
  Optional<MemberList> newest(HomeCertificate certificate) {
    try {
      return shown.isEmpty() ? Optional.empty() : MemberList.verify(shown.get(), certificate);
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /// As its owner confirmed it with the recovery kit, for a home of a new certificate.
  ///
  /// @param lies where the kit lies now; empty: nothing new is known
  HouseholdState confirmed(Set<DeviceId> kept, Optional<Path> lies, Instant now) {
    return new HouseholdState(
        name,
        epoch,
        roster.confirmed(kept, now),
        privacy,
        cameras,
        lies.or(() -> kit),
        Optional.empty());
  }

  /// Without names, which are for people and not for logs.
  @Override
  public String toString() {
    return "HouseholdState[epoch " + epoch + ", version " + roster.version() + "]";
  }
}
