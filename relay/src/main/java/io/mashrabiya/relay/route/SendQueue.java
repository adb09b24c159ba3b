package io.mashrabiya.relay.route;

import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.cache.StreamId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Frames on their way to one viewer: in flight until they are acknowledged, and before that
/// waiting for the window, both bounded. Pure and not thread-safe.
///
/// What waits goes in this order: sound, stills, key frames, delta frames; of alike ones that of
/// the stream that was sent something the longest ago; of one stream as they came.
final class SendQueue {
  enum Place {
    /// To be sent at once; it counts as in flight.
    GOES,
    WAITS,
    /// There is no room for it.
    DROPPED
  }

  /// What is asked of a frame that waits.
  @FunctionalInterface
  interface Question {
    boolean isSo(StreamId stream, Parcel parcel, Duration waited);
  }

  /// @param bytesAhead in flight when it was sent, its own counted
  private record InFlight(int sizeBytes, long bytesAhead, Duration sentAt) {}

  private record Waiting(StreamId stream, Parcel parcel, Duration since) {}

  private final ViewerLimits limits;
  private final Credit credit;
  private final Deque<InFlight> inFlight = new ArrayDeque<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<StreamId, Long> lastSent = new HashMap<>();
  private long inFlightBytes;
  private long waitingBytes;
  private long acknowledged;
  private long sent;

  SendQueue(ViewerLimits limits, Credit credit) {
    this.limits = limits;
    this.credit = credit;
  }

  Place offer(StreamId stream, Parcel parcel, Duration now) {
    if (waiting.isEmpty() && isOpen(parcel.sizeBytes(), now)) {
      send(stream, parcel, now);
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

  /// Forgets the stream, with what waits of it.
  void forget(StreamId stream) {
    withdraw(stream);
    lastSent.remove(stream);
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

  /// Takes out the delta frames that wait of a stream, and says how many that were.
  int withdrawDeltas(StreamId stream) {
    return withdrawIf(one -> one.stream.equals(stream) && !one.parcel.standsAlone());
  }

  /// The streams of which something waits that is so.
  Set<StreamId> streamsWith(Question question, Duration now) {
    if (waiting.isEmpty()) {
      return Set.of(); // as nearly always, and asked for every frame
    }
    return waiting.stream()
        .filter(one -> question.isSo(one.stream, one.parcel, now.minus(one.since)))
        .map(Waiting::stream)
        .collect(Collectors.toCollection(LinkedHashSet::new)); // in one order, whatever the process
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
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    var next =
        waiting.stream()
            .min(Comparator.comparingInt(SendQueue::rank).thenComparingLong(this::turn));
    if (next.isEmpty() || !isOpen(next.get().parcel.sizeBytes(), now)) {
      return Optional.empty();
    }
    var parcel = next.get().parcel;
    waiting.remove(next.get());
    waitingBytes -= parcel.sizeBytes();
    send(next.get().stream, parcel, now);
    return Optional.of(parcel);
  }

  private static int rank(Waiting one) {
    return switch (one.parcel.kind()) {
      case SOUND -> 0;
      case STILL -> 1;
      case KEY -> 2;
      case DELTA -> 3;
    };
  }

  private long turn(Waiting one) {
    return lastSent.getOrDefault(one.stream, 0L);
  }

  /// The viewer has got so many frames since the link began. False when it never was sent so many.
  boolean acknowledge(long frames, Duration now) {
    if (frames > acknowledged + inFlight.size()) {
      return false;
    }
    var first = inFlight.peekFirst();
    var newest = first;
    long bytes = 0;
    for (; acknowledged < frames; acknowledged++) {
      newest = inFlight.removeFirst();
      bytes += newest.sizeBytes;
    }
    inFlightBytes -= bytes;
    if (first != null && newest != null && bytes > 0) {
      credit.arrived(newest.bytesAhead, newest.sentAt, now); // it has waited least to be told
      credit.acknowledged(bytes, first.sentAt, newest.sentAt, now);
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
    if (oldest == null
        || (inFlight.size() == 1 && inFlightBytes + sizeBytes <= limits.pairBytes())) {
      return true;
    }
    return inFlight.size() < limits.windowFrames()
        && inFlightBytes + sizeBytes <= credit.bytes()
        && now.compareTo(credit.dueAt(oldest.sentAt, oldest.bytesAhead)) <= 0;
  }

  private void send(StreamId stream, Parcel parcel, Duration now) {
    inFlightBytes += parcel.sizeBytes();
    inFlight.addLast(new InFlight(parcel.sizeBytes(), inFlightBytes, now));
    lastSent.put(stream, ++sent);
  }
}
