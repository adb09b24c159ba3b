package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.Kid;
import java.time.Instant;
import java.util.Optional;

/// How a camera stood when the home answered.
///
/// @param captured when its newest picture was taken; empty before the first
/// @param sound whether there is anything to hear
public record CameraBeat(
    CameraId camera, long epoch, Optional<Instant> captured, boolean sound, CameraState state) {
  static CameraBeat read(Fields fields) throws Malformed {
    var camera = CameraId.parse(fields.text("camera"));
    long captureMicros = fields.whole("captureMicros");
    long epoch = fields.whole("epoch");
    if (!Kid.isEpoch(epoch)) {
      throw fields.malformed("epoch");
    }
    boolean sound = fields.flag("sound");
    var state = CameraState.parse(fields.text("state"));
    var captured = Micros.unlessZero(captureMicros);
    return new CameraBeat(camera, epoch, captured, sound, state);
  }

  Json json() {
    return Json.object()
        .put("camera", camera.toString())
        .put("captureMicros", Micros.orZero(captured))
        .put("epoch", epoch)
        .put("sound", sound)
        .put("state", state.text())
        .build();
  }
}
