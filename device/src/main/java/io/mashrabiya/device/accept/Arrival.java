package io.mashrabiya.device.accept;

import io.mashrabiya.wire.letter.ReportReason;

/// What is to be done with a frame that arrived.
public sealed interface Arrival {
  /// Of an epoch that the home named and has left: dropped, counted, not reported.
  record Superseded() implements Arrival {}

  /// Kept until its key or the home's word comes.
  record Waits() implements Arrival {}

  /// Dropped: more frames wait for keys than are kept.
  record Overflowed() implements Arrival {}

  /// Refused, counted and reported.
  record Refused(ReportReason reason) implements Arrival {}

  /// To be opened and verified; if it holds, [Acceptance#accepted] is told.
  record ToOpen() implements Arrival {}
}
