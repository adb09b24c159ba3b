package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;

/// A camera as people know it.
public record CameraEntry(CameraId camera, String name, CameraState state) {
  static CameraEntry read(Json item, String production) throws Malformed {
    var fields = Fields.of(item, production);
    var entry =
        new CameraEntry(
            CameraId.parse(fields.text("camera")),
            fields.words("name"),
            CameraState.parse(fields.text("state")));
    fields.end();
    return entry;
  }

  Json json() {
    return Json.object()
        .put("camera", camera.toString())
        .put("name", name)
        .put("state", state.text())
        .build();
  }
}
