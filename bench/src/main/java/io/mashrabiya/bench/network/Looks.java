package io.mashrabiya.bench.network;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// What came of looking at a page for some time. Times are milliseconds since 1970. Pure.
///
/// @param looks at even distances
/// @param pictures when each that was new came
/// @param drawnMillis when the camera drew each
record Looks(
    double fromMillis,
    double untilMillis,
    List<Look> looks,
    List<Came> pictures,
    Map<Long, Double> drawnMillis) {
  /// A picture that was new then.
  record Came(double millis, long counter) {
    /// As the script notes it.
    static Came of(List<?> row) {
      return new Came(((Number) row.get(0)).doubleValue(), ((Number) row.get(1)).longValue());
    }
  }

  /// The looks that saw a picture, with its age.
  List<Aged> aged() {
    return looks.stream()
        .flatMap(look ->
            look.shown() instanceof Shown.Picture(long counter)
                ? List.of(new Aged(look.millis(), ageSeconds(look, counter), look.label())).stream()
                : List.<Aged>of().stream())
        .toList();
  }

  /// How old the picture of that number is at a look.
  double ageSeconds(Look look, long counter) {
    return (look.millis() - Objects.requireNonNull(drawnMillis.get(counter))) / 1e3;
  }

  long withoutPicture() {
    return looks.stream().filter(look -> look.shown() instanceof Shown.Nothing).count();
  }

  long unreadable() {
    return looks.stream().filter(look -> look.shown() instanceof Shown.Unreadable).count();
  }

  /// How many different pictures came while the line worked.
  long picturesWhile(Failures failures) {
    return pictures.stream()
        .filter(one -> failures.works(one.millis()))
        .mapToLong(Came::counter)
        .distinct()
        .count();
  }

  /// How many different pictures came.
  long distinct() {
    return pictures.stream().mapToLong(Came::counter).distinct().count();
  }

  /// How many the camera drew in that time.
  long drawn() {
    return drawnMillis.values().stream()
        .filter(millis -> fromMillis <= millis && millis < untilMillis)
        .count();
  }

  double seconds() {
    return (untilMillis - fromMillis) / 1e3;
  }

  /// By how much each age that was told is off the true one: above 0 it is told too old. What is
  /// said of a picture follows it, by a frame of the screen or two, since it may not be there
  /// before: that a picture which is new with a look is still told as old as the one before it is
  /// not counted.
  DoubleStream labelErrors() {
    return IntStream.range(0, looks.size())
        .mapToObj(
            i -> new Seen(looks.get(i), i > 0 ? looks.get(i - 1).shown() : new Shown.Nothing()))
        .flatMapToDouble(this::labelError);
  }

  /// @param before what was shown at the look before
  private record Seen(Look look, Shown before) {}

  private DoubleStream labelError(Seen seen) {
    Look look = seen.look();
    var told = look.label().toldSeconds(look.millis());
    if (told.isEmpty() || !(look.shown() instanceof Shown.Picture(long counter))) {
      return DoubleStream.empty();
    }
    double error = told.getAsDouble() - ageSeconds(look, counter);
    boolean isNew = !look.shown().equals(seen.before());
    return isNew && error > 0 ? DoubleStream.empty() : DoubleStream.of(error);
  }
}
