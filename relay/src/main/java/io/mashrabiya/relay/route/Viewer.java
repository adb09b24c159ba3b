package io.mashrabiya.relay.route;

import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.cache.StreamId;
import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/// One device's media link: what it asked for, and what it has been sent of it. Pure and not
/// thread-safe.
///
/// Guarantee: nothing goes out that was not asked for on this very link, whoever offers it. No more
/// is in flight than [Credit] allows, but one whole frame. When the viewer falls behind, whole ends
/// of groups are skipped, and it goes on with a frame that stands alone. What becomes of key frames
/// that its line is too slow for, its [StillPolicy] says.
public final class Viewer {
  /// Sound is heard in one piece or not at all, so a little of it may wait.
  private static final Duration SOUND_PATIENCE = Duration.ofMillis(500);

  /// A delta frame that has waited for longer shows what is over; the next key frame shall not wait
  /// behind it.
  private static final Duration DELTA_PATIENCE = Duration.ofSeconds(1);

  private final ViewerLimits limits;
  private final Supplier<StillPolicy> stillPolicy;
  private final Tally tally;
  private final Map<StreamId, Cursor> cursors = new HashMap<>();
  private final Credit credit;
  private final SendQueue queue;
  private final LineReport report = new LineReport();

  public Viewer(ViewerLimits limits, Tally tally) {
    this(limits, () -> StillPolicy.ON, tally);
  }

  /// @param stillPolicy what holds for its household now; asked where a key frame may be left out
  public Viewer(ViewerLimits limits, Supplier<StillPolicy> stillPolicy, Tally tally) {
    this.limits = limits;
    this.stillPolicy = stillPolicy;
    this.tally = tally;
    credit = new Credit(limits);
    queue = new SendQueue(limits, credit);
  }

  /// Asks for a stream, anew if it was asked for before. False when it is one too many.
  public boolean subscribe(StreamId stream, Kid kid, long first) {
    if (!cursors.containsKey(stream) && cursors.size() >= limits.streams()) {
      return false;
    }
    queue.withdraw(stream);
    cursors.put(stream, new Cursor(kid, first));
    return true;
  }

  public void unsubscribe(StreamId stream) {
    cursors.remove(stream);
    queue.forget(stream);
  }

  /// What it has asked for.
  public List<StreamId> streams() {
    return List.copyOf(cursors.keySet());
  }

  /// Whether its household may be sent so many bytes more.
  @FunctionalInterface
  public interface Allowance {
    boolean permits(int sizeBytes);
  }

  /// Offers a frame of a stream; true when it is to be sent at once.
  public boolean offer(StreamId stream, Parcel parcel, Duration now) {
    return offer(stream, parcel, sizeBytes -> true, now);
  }

  /// The same within what its household may be sent: what is over that is skipped, up to the next
  /// frame that stands alone, as for a viewer that is behind.
  public boolean offer(StreamId stream, Parcel parcel, Allowance allowance, Duration now) {
    var cursor = cursors.get(stream);
    if (cursor == null) {
      tally.add(Count.FRAMES_MISROUTED);
      return false;
    }
    if (!cursor.fits(parcel)) {
      return false;
    }
    if (!allowance.permits(parcel.sizeBytes())) {
      tally.add(Count.FRAMES_OVER_QUOTA);
      return false;
    }
    skipLate(now);
    if (parcel.standsAlone()) {
      // What still waits before it is late already; to wait for it would only add to that.
      int late =
          parcel.kind() == Kind.SOUND
              ? queue.withdraw(stream, SOUND_PATIENCE, now)
              : queue.withdraw(stream);
      tally.add(Count.FRAMES_SKIPPED, late);
    }
    if (!parcel.standsAlone() && !cursor.fits(parcel)) {
      tally.add(Count.FRAMES_SKIPPED);
      return false; // the group has just been given up
    }
    if (isTooMuch(stream, parcel, Duration.ZERO)) {
      tally.add(Count.FRAMES_SKIPPED);
      cursor.breakOff();
      return false;
    }
    return switch (queue.offer(stream, parcel, now)) {
      case GOES -> {
        cursor.pass(parcel);
        yield true;
      }
      case WAITS -> {
        cursor.pass(parcel);
        yield false;
      }
      case DROPPED -> {
        tally.add(Count.FRAMES_SKIPPED);
        yield false;
      }
    };
  }

  /// What may be sent after an acknowledgement; empty when the viewer acknowledged what it never
  /// got.
  public Optional<List<Parcel>> acknowledge(MediaMessage.Acknowledgement message, Duration now) {
    if (!queue.acknowledge(message.frames(), now)) {
      return Optional.empty();
    }
    skipLate(now);
    List<Parcel> next = new ArrayList<>();
    for (var one = queue.poll(now); one.isPresent(); one = queue.poll(now)) {
      next.add(one.get());
    }
    return Optional.of(next);
  }

  /// A ping was answered after so long.
  public void answered(Duration roundTrip) {
    credit.answered(roundTrip);
  }

  /// What its line carries, in bit/s, when it is to be told that; 0 when it has shown no limit.
  public OptionalLong news(Duration now) {
    return report.due(credit.limitBitsPerSecond(), now);
  }

  /// Its household is served in another way from now on. Nothing goes out any more that was chosen
  /// in the former way and still waits. A stream of which the viewer was sent something that is
  /// past its newest frame, as if that were another's, begins anew; all others go on where they
  /// are.
  ///
  /// @param newest what there is of a stream
  public void turns(Function<StreamId, List<Parcel>> newest) {
    cursors.forEach((stream, cursor) -> {
      int left = queue.withdraw(stream);
      tally.add(Count.FRAMES_SKIPPED, left);
      if (left > 0) {
        cursor.breakOff();
      }
      List<Parcel> own = newest.apply(stream);
      if (!own.isEmpty() && cursor.isPast(own.getLast())) {
        cursor.beginAnew();
      }
    });
  }

  /// Leaves out what has waited too long, and what turned out to be too much for the line.
  private void skipLate(Duration now) {
    for (var stream : queue.streamsWith(Viewer::isLate, now)) {
      tally.add(Count.FRAMES_SKIPPED, queue.withdrawDeltas(stream));
      breakOff(stream);
    }
    for (var stream : queue.streamsWith(this::isTooMuch, now)) {
      tally.add(Count.FRAMES_SKIPPED, queue.withdraw(stream));
      breakOff(stream);
    }
  }

  private void breakOff(StreamId stream) {
    var cursor = cursors.get(stream);
    if (cursor != null) {
      cursor.breakOff();
    }
  }

  private static boolean isLate(StreamId stream, Parcel parcel, Duration waited) {
    return parcel.kind() == Kind.DELTA && waited.compareTo(DELTA_PATIENCE) > 0;
  }

  private boolean isTooMuch(StreamId stream, Parcel parcel, Duration waited) {
    if (parcel.kind() != Kind.KEY) {
      return false;
    }
    var stills = cursors.get(new StreamId(stream.household(), stream.camera(), Track.STILL));
    boolean getsStills = stills != null && stills.hasPassed();
    return stillPolicy.get().leavesOut(credit.takes(parcel.sizeBytes()), getsStills);
  }

  /// Whether it takes nothing any more.
  public boolean isStuck(Duration now) {
    return queue.isStuck(now);
  }
}
