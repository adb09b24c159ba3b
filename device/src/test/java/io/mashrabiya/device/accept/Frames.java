package io.mashrabiya.device.accept;

import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;

/// Frames as far as the acceptance rules look at them.
final class Frames {
  static final Kid MAIN = new Kid(10, Track.MAIN);
  static final Kid NEXT = new Kid(11, Track.MAIN);
  static final Kid OLD_STILL = new Kid(9, Track.STILL);

  private Frames() {}

  static SealedFrame key(Kid kid, long number) {
    return new SealedFrame(Kind.KEY, number, kid, number, new byte[100]);
  }

  static SealedFrame delta(Kid kid, long number, long dependency) {
    return new SealedFrame(Kind.DELTA, dependency, kid, number, new byte[100]);
  }
}
