package io.mashrabiya.proof.line;

import io.mashrabiya.network.shape.Fate;
import io.mashrabiya.network.shape.Profile;
import io.mashrabiya.network.shape.Shaping;
import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.cache.StreamId;
import io.mashrabiya.relay.route.Viewer;
import io.mashrabiya.relay.route.ViewerLimits;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// One camera of 2 Mbit/s, the relay's [Viewer] and a socket that takes whatever it is given,
/// before one of the [Profile]s, in virtual time. The socket's transport is as simple as can be:
/// what is lost is sent again a round trip later, and all behind it waits.
final class PoorLine {
  static final int KEY_BYTES = 80_000;
  static final int DELTA_BYTES = 14_000;
  static final int STILL_BYTES = 28_000;
  private static final Duration PER_STILL = Duration.ofSeconds(10);
  private static final int PACKET_BYTES = 1_400;
  private static final HouseholdId OURS = new HouseholdId(1, 1, 1);
  private static final CameraId DOOR = new CameraId(1, 1);

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::order));
  private final Viewer viewer = new Viewer(ViewerLimits.DEFAULT, new Tally());
  private final Pictures pictures;
  private final List<Long> told = new ArrayList<>();
  private final Shaping shaping;
  private final Duration back;
  private final Duration roundTrip;
  private final Duration pong;
  private final List<Arrival> arrivals = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private Duration socketBusyUntil = Duration.ZERO;
  private Duration arrivedUntil = Duration.ZERO;
  private long nextOrder;
  private long received;
  private long inFlightBytes;
  private int keysInFlight;
  private long mostInFlightBytes;
  private int mostKeysInFlight;

  /// The pictures of a track, as they come.
  ///
  /// @param perGroup pictures from one key frame to the next
  record Pictures(int perSecond, int perGroup, int keyBytes, int deltaBytes) {
    /// What a camera sends: some 2 Mbit a second.
    static final Pictures MAIN = new Pictures(15, 30, KEY_BYTES, DELTA_BYTES);

    /// What the home makes for slow lines: some 160 kbit a second.
    static final Pictures LOW = new Pictures(6, 24, 12_000, 2_950);

    private Duration at(int number) {
      return Duration.ofNanos(number * 1_000_000_000L / perSecond);
    }
  }

  /// @param capturedAt when the camera took it
  record Arrival(Parcel parcel, Duration capturedAt, Duration at) {
    Duration age() {
      return at.minus(capturedAt);
    }
  }

  private record Event(Duration at, long order, Runnable what) {}

  /// @param pong how long the first ping took
  PoorLine(Profile profile, Duration pong, long seed) {
    this(profile, Pictures.MAIN, pong, seed);
  }

  PoorLine(Profile profile, Pictures pictures, Duration pong, long seed) {
    this.pictures = pictures;
    this.pong = pong;
    shaping = profile.line().shapeFromRelay(seed);
    back = profile.line().toRelay().delay();
    roundTrip = back.plus(profile.line().fromRelay().delay());
  }

  /// Looks at the camera for so long; gives what arrived.
  List<Arrival> watch(Duration length) {
    viewer.answered(pong);
    viewer.subscribe(stream(Track.STILL), new Kid(1, Track.STILL), 0);
    viewer.subscribe(stream(Track.MAIN), new Kid(1, Track.MAIN), 0);
    for (int i = 0; PER_STILL.multipliedBy(i).compareTo(length) < 0; i++) {
      long number = i;
      at(PER_STILL.multipliedBy(i), () -> offer(Kind.STILL, number, number, STILL_BYTES));
    }
    for (int i = 0; pictures.at(i).compareTo(length) < 0; i++) {
      long number = i;
      long key = number - number % pictures.perGroup();
      at(
          pictures.at(i),
          () ->
              offer(
                  number == key ? Kind.KEY : Kind.DELTA,
                  number,
                  key,
                  number == key ? pictures.keyBytes() : pictures.deltaBytes()));
    }
    for (var event = events.poll(); event != null; event = events.poll()) {
      if (event.at.compareTo(length) < 0) {
        now = event.at;
        event.what.run();
      }
    }
    return arrivals;
  }

  long mostInFlightBytes() {
    return mostInFlightBytes;
  }

  int mostKeysInFlight() {
    return mostKeysInFlight;
  }

  /// What it was told that its line carries, in bit/s, one after another.
  List<Long> told() {
    return told;
  }

  private static StreamId stream(Track track) {
    return new StreamId(OURS, DOOR, track);
  }

  private void at(Duration time, Runnable what) {
    events.add(new Event(time, nextOrder++, what));
  }

  private void offer(Kind kind, long number, long dependency, int bytes) {
    Track track = kind == Kind.STILL ? Track.STILL : Track.MAIN;
    var parcel = new Parcel(DOOR, kind, new Kid(1, track), number, dependency, new byte[bytes]);
    if (viewer.offer(stream(track), parcel, now)) {
      send(parcel);
    }
  }

  private void send(Parcel parcel) {
    inFlightBytes += parcel.sizeBytes();
    keysInFlight += parcel.kind() == Kind.KEY ? 1 : 0;
    mostInFlightBytes = Math.max(mostInFlightBytes, inFlightBytes);
    mostKeysInFlight = Math.max(mostKeysInFlight, keysInFlight);
    at(carry(parcel.sizeBytes()), () -> arrive(parcel));
  }

  /// When the last of so many bytes is there.
  private Duration carry(int bytes) {
    for (int left = bytes; left > 0; left -= PACKET_BYTES) {
      int size = Math.min(PACKET_BYTES, left);
      boolean isThere = false;
      socketBusyUntil = socketBusyUntil.compareTo(now) > 0 ? socketBusyUntil : now;
      while (!isThere) {
        switch (shaping.send(size, socketBusyUntil.toNanos())) {
          case Fate.Arrives(long nanos) -> {
            var there = Duration.ofNanos(nanos);
            arrivedUntil = there.compareTo(arrivedUntil) > 0 ? there : arrivedUntil;
            isThere = true;
          }
          case Fate.Lost _ -> socketBusyUntil = socketBusyUntil.plus(roundTrip);
          case Fate.Dropped(long roomAtNanos) -> socketBusyUntil = Duration.ofNanos(roomAtNanos);
        }
      }
    }
    return arrivedUntil;
  }

  private void arrive(Parcel parcel) {
    var capturedAt =
        parcel.kind() == Kind.STILL
            ? PER_STILL.multipliedBy(parcel.number())
            : pictures.at((int) parcel.number());
    arrivals.add(new Arrival(parcel, capturedAt, now));
    long sofar = ++received;
    at(now.plus(back), () -> acknowledge(parcel, sofar));
  }

  private void acknowledge(Parcel parcel, long received) {
    inFlightBytes -= parcel.sizeBytes();
    keysInFlight -= parcel.kind() == Kind.KEY ? 1 : 0;
    viewer
        .acknowledge(new MediaMessage.Acknowledgement(received), now)
        .orElseThrow()
        .forEach(this::send);
    viewer.news(now).ifPresent(bits -> told.add(bits));
  }
}
