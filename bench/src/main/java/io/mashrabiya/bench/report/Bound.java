package io.mashrabiya.bench.report;

/// What a figure's reference asks of its value.
public enum Bound {
  /// Nothing: it is there to be compared with.
  NONE,

  /// To be no more.
  AT_MOST,

  /// To be no less.
  AT_LEAST;

  boolean isKept(double value, double reference) {
    return switch (this) {
      case NONE -> true;
      case AT_MOST -> value <= reference;
      case AT_LEAST -> value >= reference;
    };
  }
}
