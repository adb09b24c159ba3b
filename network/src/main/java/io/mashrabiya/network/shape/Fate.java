package io.mashrabiya.network.shape;

/// What becomes of a packet. Times are nanoseconds since the line began.
public sealed interface Fate {
  /// It arrives then.
  record Arrives(long atNanos) implements Fate {}

  /// It left, took its time on the line, and never arrives.
  record Lost() implements Fate {}

  /// It found the queue full and was not taken. There is room for it then.
  record Dropped(long roomAtNanos) implements Fate {}
}
