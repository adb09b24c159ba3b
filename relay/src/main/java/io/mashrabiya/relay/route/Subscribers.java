package io.mashrabiya.relay.route;

import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.cache.StreamId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// The honest audience: a frame goes to the links that asked for its stream. The household of a
/// [StreamId] is that of the link, on both sides, so that no asking leads to another household.
public final class Subscribers implements Audience {
  private final Map<StreamId, SequencedSet<LinkId>> links = new HashMap<>();

  @Override
  public void join(LinkId link, StreamId stream) {
    links.computeIfAbsent(stream, key -> new LinkedHashSet<>()).add(link);
  }

  @Override
  public void leave(LinkId link, StreamId stream) {
    links.computeIfPresent(
        stream,
        (key, watching) -> {
          watching.remove(link);
          return watching.isEmpty() ? null : watching;
        });
  }

  @Override
  public List<Delivery> deliveries(StreamId stream, Parcel parcel) {
    var watching = links.get(stream);
    return watching == null
        ? List.of()
        : watching.stream().map(link -> new Delivery(link, stream, parcel)).toList();
  }
}
