package io.mashrabiya.relay.route;

import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.cache.StreamId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/// Frames on their way to one viewer: in flight until they are acknowledged, and before that
/// waiting for the window, both bounded. Pure and not thread-safe.
final class SendQueue {
  enum Place {
    /// To be sent at once; it counts as in flight.
    GOES,
    WAITS,
    /// There is no room for it.
    DROPPED
  }

  private record InFlight(int sizeBytes, Duration sentAt) {}

  private record Waiting(StreamId stream, Parcel parcel, Duration since) {}

  private final ViewerLimits limits;
  private final Deque<InFlight> inFlight = new ArrayDeque<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private long inFlightBytes;
  private long waitingBytes;
  private long acknowledged;
  private long windowBytes;

  SendQueue(ViewerLimits limits) {
    this.limits = limits;
    windowBytes = limits.firstWindowBytes();
  }

  Place offer(StreamId stream, Parcel parcel, Duration now) {
    if (waiting.isEmpty() && isOpen(parcel.sizeBytes(), now)) {
      send(parcel, now);
      return Place.GOES;
    }
    boolean hasRoom =
        waiting.isEmpty()
            || (waiting.size() < limits.waitingFrames()
                && waitingBytes + parcel.sizeBytes() <= limits.waitingBytes());
    if (!hasRoom) {
      return Place.DROPPED;
    }
    waiting.addLast(new Waiting(stream, parcel, now));
    waitingBytes += parcel.sizeBytes();
    return Place.WAITS;
  }

  /// Takes out what waits of a stream, and says how many frames that were.
  int withdraw(StreamId stream) {
    return withdrawIf(one -> one.stream.equals(stream));
  }

  /// Takes out what has waited for longer, and says how many frames that were.
  int withdraw(StreamId stream, Duration patience, Duration now) {
    return withdrawIf(
        one -> one.stream.equals(stream) && now.minus(one.since).compareTo(patience) > 0);
  }

  private int withdrawIf(Predicate<Waiting> isLate) {
    if (waiting.isEmpty()) {
      return 0;
    }
    int before = waiting.size();
    waiting.removeIf(isLate);
    waitingBytes = waiting.stream().mapToLong(one -> one.parcel.sizeBytes()).sum();
    return before - waiting.size();
  }

  /// The next frame that may be sent now; it counts as in flight.
  Optional<Parcel> poll(Duration now) {
    var first = waiting.peekFirst();
    if (first == null || !isOpen(first.parcel.sizeBytes(), now)) {
      return Optional.empty();
    }
    waiting.removeFirst();
    waitingBytes -= first.parcel.sizeBytes();
    send(first.parcel, now);
    return Optional.of(first.parcel);
  }

  /// The viewer has got so many frames since the link began. False when it never was sent so many.
  boolean acknowledge(long frames, Duration now) {
    if (frames > acknowledged + inFlight.size()) {
      return false;
    }
    while (acknowledged < frames) {
      var arrived = inFlight.removeFirst();
      inFlightBytes -= arrived.sizeBytes;
      acknowledged++;
      adapt(arrived, now);
    }
    return true;
  }

  /// Whether the viewer has not acknowledged a frame for longer than the deadline.
  boolean isStuck(Duration now) {
    var oldest = inFlight.peekFirst();
    return oldest != null && now.minus(oldest.sentAt).compareTo(limits.deadline()) > 0;
  }

  private boolean isOpen(int sizeBytes, Duration now) {
    var oldest = inFlight.peekFirst();
    return oldest == null
        || (inFlight.size() < limits.windowFrames()
            && inFlightBytes + sizeBytes <= windowBytes
            && isInTime(oldest, now));
  }

  /// Widens the window by what came in time, and begins anew when something came late.
  private void adapt(InFlight arrived, Duration now) {
    windowBytes =
        isInTime(arrived, now)
            ? Math.min(limits.windowBytes(), windowBytes + arrived.sizeBytes)
            : limits.firstWindowBytes();
  }

  private boolean isInTime(InFlight sent, Duration now) {
    return now.minus(sent.sentAt).compareTo(limits.patience()) <= 0;
  }

  private void send(Parcel parcel, Duration now) {
    inFlight.addLast(new InFlight(parcel.sizeBytes(), now));
    inFlightBytes += parcel.sizeBytes();
  }
}
