package io.mashrabiya.relay.cache;

import java.util.ArrayList;
import java.util.List;

/// A frame that stands alone, and those that follow it without a hole. Once it is let go, it still
/// knows which frame comes next, so that live pictures go on.
final class Group {
  private final Parcel first;
  private final List<Parcel> parcels = new ArrayList<>();
  private long lastNumber;
  private long sizeBytes;
  private boolean letGo;

  Group(Parcel first) {
    this.first = first;
    add(first);
  }

  /// What a frame would be to a stream whose newest group this is.
  Placement placementOf(Parcel next) {
    long epoch = next.kid().epoch();
    long ownEpoch = first.kid().epoch();
    if (epoch < ownEpoch) {
      return Placement.SUPERSEDED;
    }
    boolean isAfter = epoch > ownEpoch || next.number() > lastNumber;
    if (!isAfter) {
      return Placement.REPEATED;
    }
    if (next.standsAlone()) {
      return Placement.BEGINS;
    }
    boolean follows =
        epoch == ownEpoch && next.dependency() == first.number() && next.number() == lastNumber + 1;
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
    parcels.clear();
    return freed;
  }

  List<Parcel> parcels() {
    return List.copyOf(parcels);
  }

  long sizeBytes() {
    return sizeBytes;
  }
}
