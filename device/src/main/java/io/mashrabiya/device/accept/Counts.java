package io.mashrabiya.device.accept;

/// What became of frames that were not simply accepted, counted since the beginning.
///
/// @param superseded of an epoch that the home had named and left
/// @param overflowed more than may wait for a key
/// @param refused replayed or of an unknown epoch
/// @param lost after a hole, or with no key frame before them
/// @param skipped holes before key frames: skipped groups, not losses
public record Counts(long superseded, long overflowed, long refused, long lost, long skipped) {
  static final Counts NONE = new Counts(0, 0, 0, 0, 0);

  Counts plusSuperseded() {
    return new Counts(superseded + 1, overflowed, refused, lost, skipped);
  }

  Counts plusOverflowed() {
    return new Counts(superseded, overflowed + 1, refused, lost, skipped);
  }

  Counts plusRefused(long frames) {
    return new Counts(superseded, overflowed, refused + frames, lost, skipped);
  }

  Counts plusLost() {
    return new Counts(superseded, overflowed, refused, lost + 1, skipped);
  }

  Counts plusSkipped() {
    return new Counts(superseded, overflowed, refused, lost, skipped + 1);
  }
}
