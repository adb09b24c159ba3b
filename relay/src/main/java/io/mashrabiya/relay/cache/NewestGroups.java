package io.mashrabiya.relay.cache;

import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.ids.HouseholdId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Keeps the newest group of each stream, still sealed, within limits of bytes. Pure and not
/// thread-safe.
///
/// Guarantee: what [#newest] returns was offered under the same household, camera and track, and
/// begins with a frame that stands alone and has no hole. A household that goes over its limit
/// loses only pictures of its own; when all together go over theirs, the streams that were longest
/// without a new group lose theirs.
public final class NewestGroups implements SealedCache {
  private CacheLimits limits;
  private final Tally tally;
  private final Map<HouseholdId, Shelf> shelves = new HashMap<>();

  /// Every stream that may keep pictures, the one whose newest group is oldest first.
  private final SequencedMap<StreamId, Group> byAge = new LinkedHashMap<>();

  private long sizeBytes;

  public NewestGroups(CacheLimits limits, Tally tally) {
    this.limits = limits;
    this.tally = tally;
  }

  @Override
  public Placement offer(StreamId stream, Parcel parcel) {
    var shelf = shelves.computeIfAbsent(stream.household(), id -> new Shelf());
    var group = shelf.groups.get(stream);
    var placement = placement(group, parcel);
    if (placement == Placement.BEGINS) {
      begin(shelf, stream, parcel);
    } else if (placement == Placement.CONTINUES && group != null) {
      long before = group.sizeBytes();
      group.add(parcel);
      grow(shelf, group.sizeBytes() - before);
    }
    trim(shelf, stream);
    return placement;
  }

  @Override
  public List<Parcel> newest(StreamId stream) {
    var shelf = shelves.get(stream.household());
    var group = shelf == null ? null : shelf.groups.get(stream);
    return group == null ? List.of() : group.parcels();
  }

  @Override
  public void forget(HouseholdId household) {
    var shelf = shelves.remove(household);
    if (shelf != null) {
      sizeBytes -= shelf.sizeBytes;
      byAge.keySet().removeAll(shelf.groups.keySet());
    }
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public long sizeBytes(HouseholdId household) {
    var shelf = shelves.get(household);
    return shelf == null ? 0 : shelf.sizeBytes;
  }

  @Override
  public void limit(CacheLimits other) {
    limits = other;
  }

  private static Placement placement(@Nullable Group group, Parcel next) {
    if (group != null) {
      return group.placementOf(next);
    }
    return next.standsAlone() ? Placement.BEGINS : Placement.BROKEN;
  }

  private void begin(Shelf shelf, StreamId stream, Parcel parcel) {
    var group = new Group(parcel);
    var older = shelf.groups.remove(stream);
    if (older == null && shelf.groups.size() >= limits.streamsPerHousehold()) {
      evict(shelf, shelf.groups.firstEntry().getKey());
    }
    // Put in anew, so that both maps go from the oldest to the newest group.
    shelf.groups.put(stream, group);
    byAge.remove(stream);
    byAge.put(stream, group);
    grow(shelf, group.sizeBytes() - (older == null ? 0 : older.sizeBytes()));
  }

  /// Brings sizes back below their limits, at the cost of the stream that grew, then of others.
  private void trim(Shelf shelf, StreamId grown) {
    var group = shelf.groups.get(grown);
    if (group != null && group.sizeBytes() > limits.trackBytes()) {
      letGo(shelf, grown, group);
    }
    while (shelf.sizeBytes > limits.householdBytes()) {
      var fullest = firstThatHolds(shelf.groups);
      letGo(shelf, fullest.getKey(), fullest.getValue());
    }
    while (sizeBytes > limits.totalBytes()) {
      var oldest = firstThatHolds(byAge);
      var loser = shelves.get(oldest.getKey().household());
      letGo(loser == null ? shelf : loser, oldest.getKey(), oldest.getValue());
    }
  }

  private static Map.Entry<StreamId, Group> firstThatHolds(SequencedMap<StreamId, Group> groups) {
    Iterator<Map.Entry<StreamId, Group>> oldestFirst = groups.entrySet().iterator();
    var entry = oldestFirst.next();
    while (entry.getValue().sizeBytes() == 0) {
      entry = oldestFirst.next();
    }
    return entry;
  }

  private void letGo(Shelf shelf, StreamId stream, Group group) {
    grow(shelf, -group.letGo());
    byAge.remove(stream);
    tally.add(Count.GROUPS_EVICTED);
  }

  private void evict(Shelf shelf, StreamId stream) {
    var group = shelf.groups.remove(stream);
    if (group != null) {
      letGo(shelf, stream, group);
    }
  }

  private void grow(Shelf shelf, long bytes) {
    shelf.sizeBytes += bytes;
    sizeBytes += bytes;
  }

  /// What is kept of one household.
  private static final class Shelf {
    final SequencedMap<StreamId, Group> groups = new LinkedHashMap<>();
    long sizeBytes;
  }
}
