package io.mashrabiya.home.live;

import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What waits to go to the relay, and in which order it goes.
///
/// Guarantee: of each track, what goes out can be decoded. While the window is full, a new key
/// frame takes the place of all that waits of its track; a delta frame that has waited for
/// [#PATIENCE] is dropped with all that follow it, until the next key frame. So a slow line skips
/// groups of pictures, never frames within one, and shows the newest key frame first. Of sound the
/// newest [#MOST_WAITING_SOUND] frames wait. Memory is bounded by [#MOST_BYTES] for each track.
/// What is dropped is counted.
///
/// Pure: elapsed time is handed in. Not thread-safe.
final class SendQueue {
  static final Duration PATIENCE = Duration.ofSeconds(1);
  static final long MOST_BYTES = 40 << 20;

  /// Sound is heard in one piece or not at all, so a little of it may wait: half a second, in the
  /// usual 20 ms each.
  static final int MOST_WAITING_SOUND = 24;

  private final SendWindow window = new SendWindow();
  private final Map<LaneId, Lane> lanes = new LinkedHashMap<>();
  private long framesDropped;
  private long groupsSkipped;

  /// A frame and whose it is.
  record Parcel(CameraId camera, SealedFrame frame, Duration queued) {
    boolean standsAlone() {
      return frame.kind() != Kind.DELTA;
    }
  }

  private record LaneId(CameraId camera, Track track) {}

  /// One track of one camera.
  private static final class Lane {
    private final Deque<Parcel> waiting = new ArrayDeque<>();
    private long bytes;
    private boolean skipping;

    void add(Parcel parcel) {
      waiting.addLast(parcel);
      bytes += parcel.frame().envelope().length;
    }

    Parcel take() {
      Parcel parcel = waiting.removeFirst();
      bytes -= parcel.frame().envelope().length;
      return parcel;
    }

    int keepNewest(int most) {
      int dropped = Math.max(0, waiting.size() - most);
      for (int i = 0; i < dropped; i++) {
        take();
      }
      return dropped;
    }

    int clear() {
      int dropped = waiting.size();
      waiting.clear();
      bytes = 0;
      return dropped;
    }
  }

  void offer(CameraId camera, SealedFrame frame, Duration now) {
    Lane lane = lane(camera, frame);
    Parcel parcel = new Parcel(camera, frame, now);
    boolean isFull = lane.bytes + frame.envelope().length > MOST_BYTES;
    if (frame.kind() == Kind.SOUND) {
      framesDropped += lane.keepNewest(MOST_WAITING_SOUND - 1);
    } else if (parcel.standsAlone()) {
      if (isFull || !window.isOpen()) {
        skip(lane);
      }
      lane.skipping = false;
    } else if (isFull) {
      skip(lane);
      lane.skipping = true;
    }
    if (lane.skipping) {
      framesDropped++;
    } else {
      lane.add(parcel);
    }
  }

  /// The group supersedes what waits of its track.
  void restart(CameraId camera, List<SealedFrame> group, Duration now) {
    for (SealedFrame frame : group) {
      Lane lane = lane(camera, frame);
      if (frame.kind() == Kind.KEY) {
        lane.clear();
        lane.skipping = false;
      }
      lane.add(new Parcel(camera, frame, now));
    }
  }

  /// Forgets what waits of that track.
  void drop(CameraId camera, Track track) {
    lanes.remove(new LaneId(camera, track));
  }

  /// The next to go now, if the window is open and anything waits.
  Optional<Parcel> next(Duration now) {
    lanes.values().forEach(lane -> dropLate(lane, now));
    Optional<Lane> lane = window.isOpen() ? first() : Optional.empty();
    lane.ifPresent(chosen -> window.sent(chosen.waiting.getFirst().frame().envelope().length, now));
    return lane.map(Lane::take);
  }

  boolean acknowledged(long frames, Duration now) {
    return window.acknowledged(frames, now);
  }

  /// What the line carries; 0 while it has shown no limit.
  long limitBitsPerSecond() {
    return window.limitBitsPerSecond();
  }

  /// Key frames and stills first, then whatever waits longest.
  private Optional<Lane> first() {
    Lane best = null;
    for (Lane lane : lanes.values()) {
      if (!lane.waiting.isEmpty() && (best == null || goesBefore(lane, best))) {
        best = lane;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean goesBefore(Lane one, Lane other) {
    Parcel first = one.waiting.getFirst();
    Parcel second = other.waiting.getFirst();
    return first.standsAlone() == second.standsAlone()
        ? first.queued().compareTo(second.queued()) < 0
        : first.standsAlone();
  }

  private void dropLate(Lane lane, Duration now) {
    boolean late =
        !lane.waiting.isEmpty()
            && !lane.waiting.getFirst().standsAlone()
            && now.minus(lane.waiting.getFirst().queued()).compareTo(PATIENCE) > 0;
    if (late) {
      skip(lane);
      lane.skipping = true;
    }
  }

  private void skip(Lane lane) {
    int dropped = lane.clear();
    framesDropped += dropped;
    groupsSkipped += dropped > 0 ? 1 : 0;
  }

  private Lane lane(CameraId camera, SealedFrame frame) {
    return lanes.computeIfAbsent(new LaneId(camera, frame.kid().track()), none -> new Lane());
  }

  long framesDropped() {
    return framesDropped;
  }

  long groupsSkipped() {
    return groupsSkipped;
  }
}
