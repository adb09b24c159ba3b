package io.mashrabiya.bench.report;

import java.util.OptionalDouble;

/// One measured figure, and what the reference of the same run came to.
///
/// @param name what was measured, in the letters a-z, digits, `-` and `.`
/// @param value always finite; smaller is better
/// @param unit of value and reference, such as `us`
/// @param reference what a bare or foreign implementation took for the same, where there is one
public record Figure(String name, double value, String unit, OptionalDouble reference) {
  public Figure {
    if (!name.matches("[a-z0-9.-]+") || unit.isBlank() || !Double.isFinite(value)) {
      throw new IllegalArgumentException("no figure: " + name + " " + value + " " + unit);
    }
  }

  /// A figure that stands alone.
  public static Figure of(String name, double value, String unit) {
    return new Figure(name, value, unit, OptionalDouble.empty());
  }

  /// A figure beside its reference.
  public static Figure of(String name, double value, String unit, double reference) {
    return new Figure(name, value, unit, OptionalDouble.of(reference));
  }

  /// How many times the reference the value is.
  public OptionalDouble ratio() {
    return reference.isPresent()
        ? OptionalDouble.of(value / reference.getAsDouble())
        : OptionalDouble.empty();
  }
}
