package io.mashrabiya.app;

import io.mashrabiya.relay.route.LinkId;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// The log for programs: one JSON object a line, with `time`, `level`, `logger` and `message`; the
/// ids that a line is about as `household`, `device`, `camera` and `link`, and what was thrown as
/// `thrown`.
final class JsonLines extends Formatter {
  @Override
  public String format(LogRecord line) {
    JsonBuilder object =
        Json.object()
            .put("time", line.getInstant().toString())
            .put("level", line.getLevel().getName().toLowerCase(Locale.ROOT))
            .put("logger", String.valueOf(line.getLoggerName()))
            .put("message", formatMessage(line));
    putIds(object, line.getParameters());
    if (line.getThrown() != null) {
      var trace = new StringWriter();
      line.getThrown().printStackTrace(new PrintWriter(trace));
      object.put("thrown", trace.toString());
    }
    return object.build().text() + "\n";
  }

  /// The first of each kind.
  private static void putIds(JsonBuilder object, Object[] parameters) {
    Set<String> put = new HashSet<>();
    for (Object parameter : parameters == null ? new Object[0] : parameters) {
      String name = name(parameter);
      if (!name.isEmpty() && put.add(name)) {
        object.put(
            name,
            parameter instanceof LinkId(long number) ? String.valueOf(number) : "" + parameter);
      }
    }
  }

  private static String name(Object parameter) {
    return switch (parameter) {
      case HouseholdId household -> "household";
      case DeviceId device -> "device";
      case CameraId camera -> "camera";
      case LinkId link -> "link";
      case null, default -> "";
    };
  }
}
