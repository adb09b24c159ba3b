package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.DeviceId;
import java.time.Instant;

/// A device as people know it.
public record DeviceEntry(DeviceId device, String name, Instant enrolled, Instant lastSeen) {
  static DeviceEntry read(Fields fields) throws Malformed {
    return new DeviceEntry(
        DeviceId.parse(fields.text("device")),
        fields.words("name"),
        Micros.instant(fields.whole("enrolledMicros")),
        Micros.instant(fields.whole("lastSeenMicros")));
  }

  Json json() {
    return Json.object()
        .put("device", device.toString())
        .put("enrolledMicros", Micros.of(enrolled))
        .put("lastSeenMicros", Micros.of(lastSeen))
        .put("name", name)
        .build();
  }
}
