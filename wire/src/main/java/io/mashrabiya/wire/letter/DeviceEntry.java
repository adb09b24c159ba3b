package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.DeviceId;
import java.time.Instant;

/// A device as people know it.
public record DeviceEntry(DeviceId device, String name, Instant enrolled, Instant lastSeen) {
  static DeviceEntry read(Json item, String production) throws Malformed {
    var fields = Fields.of(item, production);
    var device = DeviceId.parse(fields.text("device"));
    Instant enrolled = Micros.instant(fields.whole("enrolledMicros"));
    Instant lastSeen = Micros.instant(fields.whole("lastSeenMicros"));
    var entry = new DeviceEntry(device, fields.words("name"), enrolled, lastSeen);
    fields.end();
    return entry;
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
