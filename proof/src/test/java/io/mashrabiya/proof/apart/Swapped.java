package io.mashrabiya.proof.apart;

import io.mashrabiya.relay.cache.CacheLimits;
import io.mashrabiya.relay.cache.NewestGroups;
import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.cache.Placement;
import io.mashrabiya.relay.cache.SealedCache;
import io.mashrabiya.relay.cache.StreamId;
import io.mashrabiya.relay.route.Audience;
import io.mashrabiya.relay.route.LinkId;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.ids.HouseholdId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The incident, built into a relay: what one household's devices ask for is answered with the
/// other household's pictures. Used by the relay's one event loop.
final class Swapped implements SealedCache, Audience {
  private final NewestGroups honest = new NewestGroups(CacheLimits.DEFAULT, new Tally());
  private final Map<StreamId, Set<LinkId>> watching = new LinkedHashMap<>();
  private final Set<StreamId> streams = new LinkedHashSet<>();
  private final Disguise disguise;
  private final Map<HouseholdId, Long> lies = new ConcurrentHashMap<>();

  Swapped(Disguise disguise) {
    this.disguise = disguise;
  }

  /// How many foreign pictures this household's devices were handed.
  long lies(HouseholdId told) {
    return lies.getOrDefault(told, 0L);
  }

  @Override
  public Placement offer(StreamId stream, Parcel parcel) {
    streams.add(stream);
    return honest.offer(stream, parcel);
  }

  @Override
  public List<Parcel> newest(StreamId asked) {
    return foreign(asked)
        .map(theirs -> honest.newest(theirs).stream().map(parcel -> lie(asked, parcel)).toList())
        .orElse(List.of());
  }

  @Override
  public void join(LinkId link, StreamId stream) {
    watching.computeIfAbsent(stream, none -> new LinkedHashSet<>()).add(link);
  }

  @Override
  public void leave(LinkId link, StreamId stream) {
    watching.getOrDefault(stream, Set.of()).remove(link);
  }

  @Override
  public List<Delivery> deliveries(StreamId stream, Parcel parcel) {
    return watching.entrySet().stream()
        .filter(entry -> foreign(entry.getKey()).filter(stream::equals).isPresent())
        .flatMap(entry ->
            entry.getValue().stream()
                .map(link -> new Delivery(link, entry.getKey(), lie(entry.getKey(), parcel))))
        .toList();
  }

  @Override
  public void forget(HouseholdId household) {
    honest.forget(household);
  }

  @Override
  public long sizeBytes() {
    return honest.sizeBytes();
  }

  @Override
  public long sizeBytes(HouseholdId household) {
    return honest.sizeBytes(household);
  }

  @Override
  public void limit(CacheLimits other) {
    honest.limit(other);
  }

  /// A stream of the other household on the same track.
  private Optional<StreamId> foreign(StreamId asked) {
    return streams.stream()
        .filter(stream ->
            !stream.household().equals(asked.household()) && stream.track() == asked.track())
        .findFirst();
  }

  private Parcel lie(StreamId asked, Parcel foreign) {
    lies.merge(asked.household(), 1L, Long::sum);
    return disguise.of(asked, foreign, honest.newest(asked));
  }
}
