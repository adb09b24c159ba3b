package io.mashrabiya.relay.cache;

import io.mashrabiya.wire.sealed.Kind;
import java.util.ArrayList;
import java.util.List;

/// A frame that stands alone, and those that follow it without a hole. Once it is let go, it holds
/// none of them, but still knows which frame comes next, so that live pictures go on. Of sound
/// nothing is held at all: it is heard when it happens, or not.
final class Group {
  private final long epoch;
  private final long firstNumber;
  private List<Parcel> parcels = new ArrayList<>();
  private long lastNumber;
  private long sizeBytes;
  private boolean letGo;

  Group(Parcel first) {
    epoch = first.kid().epoch();
    firstNumber = first.number();
    letGo = first.kind() == Kind.SOUND;
    add(first);
  }

  /// What a frame would be to a stream whose newest group this is.
  Placement placementOf(Parcel next) {
    long nextEpoch = next.kid().epoch();
    if (nextEpoch < epoch) {
      return Placement.SUPERSEDED;
    }
    boolean isAfter = nextEpoch > epoch || next.number() > lastNumber;
    if (!isAfter) {
      return Placement.REPEATED;
    }
    if (next.standsAlone()) {
      return Placement.BEGINS;
    }
    boolean follows =
        nextEpoch == epoch && next.dependency() == firstNumber && next.number() == lastNumber + 1;
    return follows ? Placement.CONTINUES : Placement.BROKEN;
  }

  void add(Parcel parcel) {
    lastNumber = parcel.number();
    if (!letGo) {
      parcels.add(parcel);
      sizeBytes += parcel.sizeBytes();
    }
  }

  /// Keeps no picture any more, and takes none in; returns the bytes that this sets free.
  long letGo() {
    long freed = sizeBytes;
    letGo = true;
    sizeBytes = 0;
    parcels = List.of();
    return freed;
  }

  List<Parcel> parcels() {
    return List.copyOf(parcels);
  }

  long sizeBytes() {
    return sizeBytes;
  }
}
