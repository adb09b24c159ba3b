package io.mashrabiya.bench.network;

/// A picture that somebody saw at one moment, and how old it was.
///
/// @param millis since 1970
/// @param seconds its true age then
/// @param label what was said of it
record Aged(double millis, double seconds, Label label) {
  /// How old what is called live may be.
  static final double LIVE_SECONDS = 3;

  boolean isYoung() {
    return seconds <= LIVE_SECONDS;
  }

  boolean isWronglyLive() {
    return label instanceof Label.Live && !isYoung();
  }
}
