package io.mashrabiya.relay.route;

import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.wire.sealed.Kid;

/// Where a viewer is in a stream: what it may be sent next. A frame that stands alone may be any
/// later one; a delta frame only the very next one, because the viewer could not show another. So
/// after a frame that fitted and was not passed, none fits until the next that stands alone, nor
/// after what was passed was left out.
final class Cursor {
  private final long askedEpoch;
  private final long first;
  private long epoch;
  private long next;
  private boolean brokenOff;
  private boolean hasPassed;

  /// @param first the least number of that key that the viewer accepts
  Cursor(Kid asked, long first) {
    askedEpoch = asked.epoch();
    this.first = first;
    epoch = askedEpoch;
    next = first;
  }

  boolean fits(Parcel parcel) {
    long parcelEpoch = parcel.kid().epoch();
    if (parcel.standsAlone()) {
      return parcelEpoch > epoch || (parcelEpoch == epoch && parcel.number() >= next);
    }
    return !brokenOff && parcelEpoch == epoch && parcel.number() == next;
  }

  /// The frame is sent, or waits to be.
  void pass(Parcel parcel) {
    epoch = parcel.kid().epoch();
    next = parcel.number() + 1;
    brokenOff &= !parcel.standsAlone();
    hasPassed = true;
  }

  /// Of what was passed, the end is left out.
  void breakOff() {
    brokenOff = true;
  }

  /// Whether what was passed is newer than this, the newest that there is.
  boolean isPast(Parcel newest) {
    long newestEpoch = newest.kid().epoch();
    return epoch > newestEpoch || (epoch == newestEpoch && next > newest.number() + 1);
  }

  /// Anything that was asked for, and stands alone, fits again.
  void beginAnew() {
    epoch = askedEpoch;
    next = first;
    brokenOff = true;
  }

  /// Whether anything of the stream was sent, or waits to be.
  boolean hasPassed() {
    return hasPassed;
  }
}
