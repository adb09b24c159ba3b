package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;

/// A camera as people know it.
public record CameraEntry(CameraId camera, String name, CameraState state) {
  static CameraEntry read(Fields fields) throws Malformed {
    return new CameraEntry(
        CameraId.parse(fields.text("camera")),
        fields.words("name"),
        CameraState.parse(fields.text("state")));
  }

  Json json() {
    return Json.object()
        .put("camera", camera.toString())
        .put("name", name)
        .put("state", state.text())
        .build();
  }
}
