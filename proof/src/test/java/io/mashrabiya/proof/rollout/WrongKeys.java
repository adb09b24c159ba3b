package io.mashrabiya.proof.rollout;

import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.cache.CacheLimits;
import io.mashrabiya.relay.cache.NewestGroups;
import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.cache.Placement;
import io.mashrabiya.relay.cache.SealedCache;
import io.mashrabiya.relay.cache.StreamId;
import io.mashrabiya.relay.rollout.Change;
import io.mashrabiya.relay.rollout.Rollout;
import io.mashrabiya.relay.route.Audience;
import io.mashrabiya.relay.route.LinkId;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.sealed.Track;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The change of December 2019 once more: a cache that is to serve poor lines better, and whose key
/// has lost the household. Those whom the change has reached share one row of each camera's id and
/// track, and are handed what is newest there, whoever's it is; all others are served as before. It
/// stands in a real relay, is let in by the shipped rollout, and belongs to the relay's event loop.
final class WrongKeys implements SealedCache, Audience {
  /// What is left of the key.
  private record Row(CameraId camera, Track track) {
    static Row of(StreamId stream) {
      return new Row(stream.camera(), stream.track());
    }
  }

  /// A row's newest group is that of one household, like that of a shelf.
  private static final HouseholdId ANYBODY = new HouseholdId(0, 0, 0);

  private final NewestGroups honest = new NewestGroups(CacheLimits.DEFAULT, new Tally());
  private final NewestGroups rows = new NewestGroups(CacheLimits.DEFAULT, new Tally());
  private final Map<StreamId, Set<LinkId>> watching = new LinkedHashMap<>();

  /// Whose pictures lie in a row now.
  private final Map<Row, HouseholdId> owners = new LinkedHashMap<>();

  private final Map<HouseholdId, Long> handedOut = new ConcurrentHashMap<>();
  private final Rollout rollout;

  private WrongKeys(Rollout rollout) {
    this.rollout = rollout;
  }

  static WrongKeys by(Rollout rollout) {
    return new WrongKeys(rollout);
  }

  Relay.Keeping keeping() {
    return new Relay.Keeping(this, this);
  }

  /// How many pictures of others this household's devices were handed. Any thread may ask.
  long handedOut(HouseholdId household) {
    return handedOut.getOrDefault(household, 0L);
  }

  /// How many all were handed.
  long handedOut() {
    return handedOut.values().stream().mapToLong(pictures -> pictures).sum();
  }

  private boolean isIn(HouseholdId household) {
    return rollout.isIn(Change.POOR_LINE_STILLS, household);
  }

  private static StreamId shared(StreamId stream) {
    return new StreamId(ANYBODY, stream.camera(), stream.track());
  }

  @Override
  public Placement offer(StreamId stream, Parcel parcel) {
    if (isIn(stream.household()) && rows.offer(shared(stream), parcel).isTaken()) {
      owners.put(Row.of(stream), stream.household());
    }
    return honest.offer(stream, parcel);
  }

  @Override
  public List<Parcel> newest(StreamId asked) {
    if (!isIn(asked.household())) {
      return honest.newest(asked);
    }
    List<Parcel> newest = rows.newest(shared(asked));
    count(asked.household(), owners.get(Row.of(asked)), newest.size());
    return newest;
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
        .filter(asked -> gets(asked.getKey(), stream))
        .flatMap(asked -> {
          count(asked.getKey().household(), stream.household(), asked.getValue().size());
          return asked.getValue().stream().map(link -> new Delivery(link, asked.getKey(), parcel));
        })
        .toList();
  }

  /// Whoever is in gets what lies in the shared row, and nothing else.
  private boolean gets(StreamId asked, StreamId stream) {
    return isIn(asked.household())
        ? isIn(stream.household())
            && Row.of(asked).equals(Row.of(stream))
            && stream.household().equals(owners.get(Row.of(asked)))
        : asked.equals(stream);
  }

  private void count(HouseholdId told, HouseholdId owner, int pictures) {
    if (!told.equals(owner) && pictures > 0) {
      handedOut.merge(told, (long) pictures, Long::sum);
    }
  }

  @Override
  public void forget(HouseholdId household) {
    honest.forget(household);
    rows.forget(ANYBODY);
    owners.clear();
  }

  @Override
  public long sizeBytes() {
    return honest.sizeBytes() + rows.sizeBytes();
  }

  @Override
  public long sizeBytes(HouseholdId household) {
    return honest.sizeBytes(household);
  }

  @Override
  public void limit(CacheLimits other) {
    honest.limit(other);
    rows.limit(other);
  }
}
