package io.mashrabiya.wire.sealed;

import io.mashrabiya.wire.codec.Malformed;

/// Which content key of a camera: SFrame's KID, epoch * 16 + track (formats, section 4).
///
/// @param epoch from 1 to 2^49 - 1, so that the KID is exact in JavaScript
public record Kid(long epoch, Track track) {
  public static final long MAX_EPOCH = (1L << 49) - 1;

  public Kid {
    if (!isEpoch(epoch)) {
      throw new IllegalArgumentException("not an epoch: " + epoch);
    }
  }

  public static boolean isEpoch(long epoch) {
    return epoch >= 1 && epoch <= MAX_EPOCH;
  }

  public static Kid of(long value) throws Malformed {
    var track = Track.of((int) (value & 15));
    if (!isEpoch(value >>> 4) || track.isEmpty()) {
      throw new Malformed("kid", 0);
    }
    return new Kid(value >>> 4, track.get());
  }

  public long value() {
    return (epoch << 4) | track.code();
  }

  @Override
  public String toString() {
    return epoch + "/" + track;
  }
}
