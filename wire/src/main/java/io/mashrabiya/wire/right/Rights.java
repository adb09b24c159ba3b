package io.mashrabiya.wire.right;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a device may do (formats, section 6). Immutable.
///
/// @param manage invite, remove, and set what others may and when a camera is private
/// @param everywhere at every camera, also those to come, that `cameras` does not name
/// @param cameras what it may at these, in place of `everywhere`
public record Rights(
    boolean manage, Set<Right> everywhere, SortedMap<CameraId, Set<Right>> cameras) {
  /// Of all members together, so that a letter can tell of all of them.
  public static final int MAX_CAMERAS = 64;

  /// Whoever may everything.
  public static final Rights ALL = new Rights(true, Right.ALL, new TreeMap<>());

  public Rights {
    everywhere = Set.copyOf(everywhere);
    SortedMap<CameraId, Set<Right>> copy = new TreeMap<>();
    cameras.forEach((camera, rights) -> copy.put(camera, Set.copyOf(rights)));
    cameras = Collections.unmodifiableSortedMap(copy);
  }

  /// Everywhere the same, and nothing to manage.
  public static Rights to(Set<Right> everywhere) {
    return new Rights(false, everywhere, new TreeMap<>());
  }

  /// Only at these cameras.
  public static Rights at(Set<CameraId> cameras, Set<Right> rights) {
    Map<CameraId, Set<Right>> each =
        cameras.stream().collect(Collectors.toMap(camera -> camera, camera -> rights));
    return new Rights(false, Set.of(), new TreeMap<>(each));
  }

  /// What it may at this camera.
  public Set<Right> at(CameraId camera) {
    return cameras.getOrDefault(camera, everywhere);
  }

  /// What is known of it by somebody who may know of these cameras only.
  public Rights as(Predicate<CameraId> isKnown) {
    SortedMap<CameraId, Set<Right>> known = new TreeMap<>(cameras);
    known.keySet().removeIf(isKnown.negate());
    return new Rights(manage, everywhere, known);
  }

  static Rights read(Fields fields) throws Malformed {
    boolean manage = fields.flag("manage");
    Set<Right> everywhere = Right.read(fields, "everywhere");
    SortedMap<CameraId, Set<Right>> cameras = new TreeMap<>();
    List<Map.Entry<CameraId, Set<Right>>> entries =
        fields.objects("cameras", MAX_CAMERAS, Rights::entry);
    for (Map.Entry<CameraId, Set<Right>> entry : entries) {
      if (!cameras.isEmpty() && cameras.lastKey().compareTo(entry.getKey()) >= 0) {
        throw fields.malformed("cameras");
      }
      cameras.put(entry.getKey(), entry.getValue());
    }
    fields.end();
    return new Rights(manage, everywhere, cameras);
  }

  private static Map.Entry<CameraId, Set<Right>> entry(Fields fields) throws Malformed {
    return Map.entry(CameraId.parse(fields.text("camera")), Right.read(fields, "rights"));
  }

  Json json() {
    JsonBuilder body = Json.object().put("manage", manage);
    return Right.put(body, "everywhere", everywhere)
        .put(
            "cameras",
            cameras.entrySet(),
            entry ->
                Right.put(
                        Json.object().put("camera", entry.getKey().toString()),
                        "rights",
                        entry.getValue())
                    .build())
        .build();
  }
}
