package io.mashrabiya.wire.privacy;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// When which cameras of a household are private. Immutable.
///
/// @param house for all cameras at once; what a camera has of its own never opens it while the
///   house is closed
/// @param cameras those that have something of their own
public record HousePrivacy(Privacy house, SortedMap<CameraId, Privacy> cameras) {
  public static final int MAX_CAMERAS = 64;

  /// Everything is open, always.
  public static final HousePrivacy NONE = new HousePrivacy(Privacy.NONE, new TreeMap<>());

  public HousePrivacy {
    cameras = Collections.unmodifiableSortedMap(new TreeMap<>(cameras));
  }

  /// Why the camera is closed now; empty while it is open.
  ///
  /// @param wall where the home's clock hangs
  public Optional<Closure> at(CameraId camera, Instant now, ZoneId wall) {
    Optional<Closure> ofHouse = house.at(now, wall);
    Optional<Closure> ofCamera = of(camera).at(now, wall);
    return ofHouse.isPresent() && ofCamera.isPresent()
        ? Optional.of(ofHouse.get().with(ofCamera.get()))
        : ofHouse.or(() -> ofCamera);
  }

  /// What the camera has of its own.
  public Privacy of(CameraId camera) {
    return cameras.getOrDefault(camera, Privacy.NONE);
  }

  public HousePrivacy withHouse(Privacy changed) {
    return new HousePrivacy(changed, cameras);
  }

  public HousePrivacy with(CameraId camera, Privacy changed) {
    SortedMap<CameraId, Privacy> more = new TreeMap<>(cameras);
    if (changed.equals(Privacy.NONE)) {
      more.remove(camera);
    } else {
      more.put(camera, changed);
    }
    return new HousePrivacy(house, more);
  }

  /// What is known of it by somebody who may know of these cameras only.
  public HousePrivacy as(Predicate<CameraId> isKnown) {
    SortedMap<CameraId, Privacy> known = new TreeMap<>(cameras);
    known.keySet().removeIf(isKnown.negate());
    return new HousePrivacy(house, known);
  }

  /// Reads the member of that name.
  public static HousePrivacy read(Fields fields, String name) throws Malformed {
    Fields privacy = fields.object(name);
    SortedMap<CameraId, Privacy> cameras = new TreeMap<>();
    List<Map.Entry<CameraId, Privacy>> entries =
        privacy.objects("cameras", MAX_CAMERAS, HousePrivacy::entry);
    for (Map.Entry<CameraId, Privacy> entry : entries) {
      if (!cameras.isEmpty() && cameras.lastKey().compareTo(entry.getKey()) >= 0) {
        throw privacy.malformed("cameras");
      }
      cameras.put(entry.getKey(), entry.getValue());
    }
    Privacy house = Privacy.read(privacy, "house");
    privacy.end();
    return new HousePrivacy(house, cameras);
  }

  private static Map.Entry<CameraId, Privacy> entry(Fields fields) throws Malformed {
    return Map.entry(CameraId.parse(fields.text("camera")), Privacy.read(fields, "privacy"));
  }

  public Json json() {
    return Json.object()
        .put(
            "cameras",
            cameras.entrySet(),
            entry ->
                Json.object()
                    .put("camera", entry.getKey().toString())
                    .put("privacy", entry.getValue().json())
                    .build())
        .put("house", house.json())
        .build();
  }
}
