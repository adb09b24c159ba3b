package io.mashrabiya.relay.cache;

import io.mashrabiya.wire.ids.HouseholdId;
import java.util.List;

/// The newest sealed pictures of each stream. Proofs put a lying one in its place to show that even
/// then nobody sees a foreign picture.
///
/// Not thread-safe.
public interface SealedCache {
  /// Takes a frame of a stream if it continues or begins its newest group.
  ///
  /// @param stream with the household of the home's proven link
  Placement offer(StreamId stream, Parcel parcel);

  /// The newest group from its key frame on, or the newest still; empty when there is none, and for
  /// sound always.
  List<Parcel> newest(StreamId stream);

  /// Forgets all pictures of a household, because its home began anew under another certificate, or
  /// because the relay forgets the household.
  void forget(HouseholdId household);

  /// What is kept now.
  long sizeBytes();

  /// What is kept now of one household.
  long sizeBytes(HouseholdId household);

  /// Other limits hold from now on; what is over them goes when something comes.
  void limit(CacheLimits other);
}
