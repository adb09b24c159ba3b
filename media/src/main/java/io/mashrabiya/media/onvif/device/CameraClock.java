package io.mashrabiya.media.onvif.device;

import static io.mashrabiya.media.onvif.xml.Namespace.DEVICE;
import static io.mashrabiya.media.onvif.xml.Namespace.SCHEMA;

import io.mashrabiya.media.onvif.xml.XmlElement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Reads what a camera's clock shows (`GetSystemDateAndTime`). It dates tokens and nothing else: no
/// picture's time depends on it.
final class CameraClock {
  private static final int LEAP_SECOND = 60;

  private CameraClock() {}

  /// The camera's time; empty where it names none that exists. Leniency: a camera that knows only
  /// its local time is taken at that, because it judges tokens by it.
  static Optional<Instant> read(XmlElement response) {
    return response
        .find(DEVICE, "SystemDateAndTime")
        .flatMap(
            time -> time.find(SCHEMA, "UTCDateTime").or(() -> time.find(SCHEMA, "LocalDateTime")))
        .flatMap(CameraClock::instant);
  }

  private static Optional<Instant> instant(XmlElement at) {
    try {
      return Optional.of(
          LocalDateTime.of(
                  number(at, "Date", "Year"),
                  number(at, "Date", "Month"),
                  number(at, "Date", "Day"),
                  number(at, "Time", "Hour"),
                  number(at, "Time", "Minute"),
                  number(at, "Time", "Second") % LEAP_SECOND)
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// A number of at most four digits, else one that no date has.
  private static int number(XmlElement at, String... path) {
    String text = at.value(SCHEMA, path).orElse("");
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : Integer.MIN_VALUE;
  }
}
