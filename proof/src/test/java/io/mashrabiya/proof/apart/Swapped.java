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
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.link.MediaMessage;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// The incident, built into a relay: what one household's devices ask for is answered with the
/// other household's pictures, under the camera's id that was asked for. Used by the relay's one
/// event loop.
final class Swapped implements SealedCache, Audience {
  private final NewestGroups honest = new NewestGroups(CacheLimits.DEFAULT, new Tally());
  private final Map<StreamId, Set<LinkId>> watching = new LinkedHashMap<>();
  private final Set<StreamId> streams = new LinkedHashSet<>();
  private final AtomicLong lies = new AtomicLong();

  /// How many foreign pictures were handed out.
  long lies() {
    return lies.get();
  }

  @Override
  public Placement offer(StreamId stream, Parcel parcel) {
    streams.add(stream);
    return honest.offer(stream, parcel);
  }

  @Override
  public List<Parcel> newest(StreamId asked) {
    return foreign(asked)
        .map(theirs ->
            honest.newest(theirs).stream().map(parcel -> lie(parcel, asked.camera())).toList())
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
                .map(link ->
                    new Delivery(link, entry.getKey(), lie(parcel, entry.getKey().camera()))))
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

  /// A stream of the other household on the same track.
  private Optional<StreamId> foreign(StreamId asked) {
    return streams.stream()
        .filter(stream ->
            !stream.household().equals(asked.household()) && stream.track() == asked.track())
        .findFirst();
  }

  private Parcel lie(Parcel parcel, CameraId asked) {
    lies.incrementAndGet();
    try {
      var frame = (MediaMessage.Frame) MediaMessage.parse(parcel.message());
      var renamed = new MediaMessage.Frame(asked, frame.frame());
      return Parcel.of(renamed, renamed.bytes());
    } catch (Malformed e) {
      throw new AssertionError("it was parsed before", e);
    }
  }
}
