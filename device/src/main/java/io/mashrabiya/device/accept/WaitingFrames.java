package io.mashrabiya.device.accept;

import io.mashrabiya.wire.sealed.SealedFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The frames of one camera whose key the device does not hold (formats, section 4, rule 2): at
/// most 64, and at most 8 MiB of them.
final class WaitingFrames {
  static final int MAX_FRAMES = 64;
  static final long MAX_BYTES = 8L << 20;

  /// A frame and when it came.
  record Waiting(SealedFrame frame, Duration arrivedAt) {}

  private List<Waiting> waiting = new ArrayList<>();
  private long bytes;

  /// False when it does not fit.
  boolean add(SealedFrame frame, Duration now) {
    if (waiting.size() >= MAX_FRAMES || bytes + frame.envelope().length > MAX_BYTES) {
      return false;
    }
    bytes += frame.envelope().length;
    waiting.add(new Waiting(frame, now));
    return true;
  }

  Released release(Predicate<Waiting> again, Predicate<Waiting> refused) {
    List<SealedFrame> toJudge = new ArrayList<>();
    List<SealedFrame> toRefuse = new ArrayList<>();
    List<Waiting> kept = new ArrayList<>();
    for (Waiting frame : waiting) {
      if (again.test(frame)) {
        toJudge.add(frame.frame());
      } else if (refused.test(frame)) {
        toRefuse.add(frame.frame());
      } else {
        kept.add(frame);
      }
    }
    waiting = kept;
    bytes = kept.stream().mapToLong(frame -> frame.frame().envelope().length).sum();
    return new Released(toJudge, toRefuse);
  }
}
