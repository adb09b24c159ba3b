package io.mashrabiya.wire.right;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Hours of every week, by the clock on the home's wall: when a guest may look, when a camera is
/// private. Immutable.
///
/// @param hours at most [#MAX_HOURS]; they may overlap
public record Week(List<Hours> hours) {
  public static final int MAX_HOURS = 14;

  /// No hours at all.
  public static final Week EMPTY = new Week(List.of());

  public Week {
    hours = List.copyOf(hours);
    if (hours.size() > MAX_HOURS) {
      throw new IllegalArgumentException("more than " + MAX_HOURS + " hours of a week");
    }
  }

  public boolean isEmpty() {
    return hours.isEmpty();
  }

  public boolean contains(Instant now, ZoneId wall) {
    LocalDateTime time = LocalDateTime.ofInstant(now, wall);
    return hours.stream().anyMatch(each -> each.contain(time));
  }

  /// When the hours that contain `now` end, those that follow without a gap counted in; empty when
  /// they do not contain it or never end.
  public Optional<Instant> endOf(Instant now, ZoneId wall) {
    LocalDateTime start = LocalDateTime.ofInstant(now, wall);
    LocalDateTime end = start;
    while (!end.isAfter(start.plusDays(7))) {
      LocalDateTime at = end;
      Optional<LocalDateTime> next =
          hours.stream()
              .filter(each -> each.contain(at))
              .map(each -> each.endOf(at))
              .max(Comparator.naturalOrder());
      if (next.isEmpty()) {
        return end.equals(start) ? Optional.empty() : Optional.of(end.atZone(wall).toInstant());
      }
      end = next.get();
    }
    return Optional.empty();
  }

  /// Reads the member of that name.
  public static Week read(Fields fields, String name) throws Malformed {
    return new Week(fields.objects(name, MAX_HOURS, Hours::read));
  }

  public JsonBuilder put(JsonBuilder body, String name) {
    return body.put(name, hours, Hours::json);
  }
}
