package io.mashrabiya.bench.report;

import java.util.Optional;
import java.util.OptionalDouble;

/// One measured figure, and what the reference of the same run came to, or what is to be reached.
///
/// @param name what was measured, in the letters a-z, digits, `-` and `.`
/// @param value always finite; smaller is better, unless the bound says otherwise
/// @param unit of value and reference, such as `us`
/// @param reference what a bare or foreign implementation took for the same, or a target; where
///   there is one
/// @param bound what a target asks; [Bound#NONE] where there is none
/// @param times of the reference that the bound is at; 1 where that is the target itself
public record Figure(
    String name, double value, String unit, OptionalDouble reference, Bound bound, double times) {
  public Figure {
    if (!name.matches("[a-z0-9.-]+") || unit.isBlank() || !Double.isFinite(value)) {
      throw new IllegalArgumentException("no figure: " + name + " " + value + " " + unit);
    }
    if (bound != Bound.NONE && reference.isEmpty()) {
      throw new IllegalArgumentException("no bound without a target: " + name);
    }
  }

  /// A figure that stands alone.
  public static Figure of(String name, double value, String unit) {
    return new Figure(name, value, unit, OptionalDouble.empty(), Bound.NONE, 1);
  }

  /// A figure beside its reference.
  public static Figure of(String name, double value, String unit, double reference) {
    return new Figure(name, value, unit, OptionalDouble.of(reference), Bound.NONE, 1);
  }

  /// A figure that is to be no more than its target.
  public static Figure atMost(String name, double value, String unit, double target) {
    return new Figure(name, value, unit, OptionalDouble.of(target), Bound.AT_MOST, 1);
  }

  /// A figure that is to be no more than so many times its reference.
  public static Figure atMostTimes(
      String name, double value, String unit, double times, double reference) {
    return new Figure(name, value, unit, OptionalDouble.of(reference), Bound.AT_MOST, times);
  }

  /// A figure that is to be no less than its target.
  public static Figure atLeast(String name, double value, String unit, double target) {
    return new Figure(name, value, unit, OptionalDouble.of(target), Bound.AT_LEAST, 1);
  }

  /// How many times the reference the value is; empty beside a reference of 0, too.
  public OptionalDouble ratio() {
    double divisor = reference.orElse(0);
    return divisor == 0 ? OptionalDouble.empty() : OptionalDouble.of(value / divisor);
  }

  /// Whether the target is met; empty where there is none.
  public Optional<Boolean> isMet() {
    return bound == Bound.NONE
        ? Optional.empty()
        : Optional.of(bound.isKept(value, times * reference.orElseThrow()));
  }
}
