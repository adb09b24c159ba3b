package io.mashrabiya.wire.statement;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import java.util.Comparator;

/// Which of two member lists, or of two key cards of one device, is newer: first by the home
/// certificate's serial, then by a count that the home raises with each.
public record Version(long serial, long number) implements Comparable<Version> {
  /// Before every list and card: held by whoever holds none.
  public static final Version NONE = new Version(0, 0);

  private static final Comparator<Version> ORDER =
      Comparator.comparingLong(Version::serial).thenComparingLong(Version::number);

  public static Version of(Fields fields) throws Malformed {
    return new Version(fields.whole("serial"), fields.whole("version"));
  }

  public JsonBuilder into(JsonBuilder object) {
    return object.put("serial", serial).put("version", number);
  }

  public Json json() {
    return into(Json.object()).build();
  }

  public boolean isNewerThan(Version other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }
}
