package io.mashrabiya.relay.route;

import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.cache.StreamId;
import java.util.List;

/// Which media links watch which stream. Proofs put a lying one in its place to show that even then
/// nobody sees a foreign picture.
///
/// Not thread-safe.
public interface Audience {
  /// A frame for one link, as a frame of the stream that the link asked for.
  record Delivery(LinkId link, StreamId stream, Parcel parcel) {}

  void join(LinkId link, StreamId stream);

  void leave(LinkId link, StreamId stream);

  List<Delivery> deliveries(StreamId stream, Parcel parcel);
}
