package io.mashrabiya.relay.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.cache.StreamId;
import io.mashrabiya.relay.peer.Frames;
import io.mashrabiya.relay.route.Audience.Delivery;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.sealed.Track;
import org.junit.jupiter.api.Test;

class SubscribersTest {
  private static final LinkId ONE = new LinkId(1);
  private static final LinkId TWO = new LinkId(2);

  private final Frames door = Frames.of(1);
  private final StreamId stream = stream(new HouseholdId(1, 1, 1), Track.MAIN);
  private final Subscribers subscribers = new Subscribers();

  private StreamId stream(HouseholdId household, Track track) {
    return new StreamId(household, door.camera(), track);
  }

  @Test
  void deliveries_stream_goToAllWhoAskedInOrder() {
    subscribers.join(ONE, stream);
    subscribers.join(TWO, stream);
    subscribers.join(ONE, stream);
    var parcel = door.key(0);
    assertThat(subscribers.deliveries(stream, parcel))
        .containsExactly(new Delivery(ONE, stream, parcel), new Delivery(TWO, stream, parcel));
  }

  @Test
  void deliveries_sameCameraOfAnotherHouseholdOrTrack_goNowhere() {
    subscribers.join(ONE, stream);
    var parcel = door.key(0);
    assertThat(subscribers.deliveries(stream(new HouseholdId(2, 2, 2), Track.MAIN), parcel))
        .isEmpty();
    assertThat(subscribers.deliveries(stream(stream.household(), Track.SUB), parcel)).isEmpty();
  }

  @Test
  void leave_link_leavesTheOthers() {
    subscribers.join(ONE, stream);
    subscribers.join(TWO, stream);
    subscribers.leave(ONE, stream);
    assertThat(subscribers.deliveries(stream, door.key(0)))
        .extracting(Delivery::link)
        .containsExactly(TWO);
    subscribers.leave(TWO, stream);
    subscribers.leave(TWO, stream);
    assertThat(subscribers.deliveries(stream, door.key(0))).isEmpty();
  }
}
