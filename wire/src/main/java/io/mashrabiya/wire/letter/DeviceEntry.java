package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.right.Terms;
import java.time.Instant;
import java.util.function.Predicate;

/// A device as people know it.
///
/// @param terms what it may do, and when
public record DeviceEntry(
    DeviceId device, String name, Instant enrolled, Instant lastSeen, Terms terms) {
  /// What is known of it by somebody who may know of these cameras only.
  public DeviceEntry as(Predicate<CameraId> isKnown) {
    return new DeviceEntry(device, name, enrolled, lastSeen, terms.as(isKnown));
  }

  static DeviceEntry read(Fields fields) throws Malformed {
    return new DeviceEntry(
        DeviceId.parse(fields.text("device")),
        fields.words("name"),
        Micros.instant(fields.whole("enrolledMicros")),
        Micros.instant(fields.whole("lastSeenMicros")),
        Terms.read(fields, "terms"));
  }

  Json json() {
    return Json.object()
        .put("device", device.toString())
        .put("enrolledMicros", Micros.of(enrolled))
        .put("lastSeenMicros", Micros.of(lastSeen))
        .put("name", name)
        .put("terms", terms.json())
        .build();
  }
}
