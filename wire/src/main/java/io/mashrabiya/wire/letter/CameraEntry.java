package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.privacy.Closure;
import io.mashrabiya.wire.right.Right;
import java.util.Optional;
import java.util.Set;

/// A camera as the device that asks may know it.
///
/// @param rights what the device may do there now, were the camera not closed
/// @param closure why it is closed to everybody; empty while it is open
public record CameraEntry(
    CameraId camera, String name, CameraState state, Set<Right> rights, Optional<Closure> closure) {
  public CameraEntry {
    rights = Set.copyOf(rights);
  }

  static CameraEntry read(Fields fields) throws Malformed {
    return new CameraEntry(
        CameraId.parse(fields.text("camera")),
        fields.words("name"),
        CameraState.parse(fields.text("state")),
        Right.read(fields, "rights"),
        fields.objects("closure", 1, Closure::read).stream().findFirst());
  }

  Json json() {
    return Right.put(
            Json.object()
                .put("camera", camera.toString())
                .put("closure", closure.stream().toList(), Closure::json)
                .put("name", name)
                .put("state", state.text()),
            "rights",
            rights)
        .build();
  }
}
