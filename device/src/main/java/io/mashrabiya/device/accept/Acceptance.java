package io.mashrabiya.device.accept;

import io.mashrabiya.wire.check.Check;
import io.mashrabiya.wire.letter.ReportReason;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which frames of one camera may be painted (formats, section 4, *Accepting*).
///
/// Guarantee: no frame is accepted twice, out of order within its KID, from before the session, or
/// of an epoch that the home has left; and a frame of an epoch that the home never named here is
/// refused aloud, be it newer or older. Pure: no keys, no clock, no input or output; whoever uses
/// it opens frames in the order in which it let them through. Times are readings of the device's
/// own elapsed-time clock. Not for two threads at once.
public final class Acceptance {
  /// A group of pictures that is being decoded: its key frame and the last frame that joined.
  private record Group(Kid kid, long key, long last) {}

  private final Map<Kid, Long> firsts = new HashMap<>();
  private final Map<Kid, Long> lasts = new HashMap<>();

  /// KIDs from before the least epoch that were named all the same: a still's key may be older.
  private final Set<Kid> olderKids = new HashSet<>();

  private final WaitingFrames waiting = new WaitingFrames();
  private Set<Kid> keys = Set.of();
  private Optional<Group> group = Optional.empty();
  private Counts counts = Counts.NONE;
  private long epoch;
  private long leastEpoch = Long.MAX_VALUE;
  private long newestPaintedMicros = -1;
  private long newestHeardMicros = -1;

  /// The home opened a session: what it named is the beginning of everything.
  ///
  /// @param askedAt when the request was sent
  public Released opened(long namedEpoch, List<TrackStart> tracks, Duration askedAt) {
    tracks.forEach(track -> {
      firsts.put(track.kid(), track.first());
      remember(track.kid());
    });
    return named(namedEpoch, askedAt);
  }

  /// The home answered a beat that was sent then.
  public Released beatAnswered(long namedEpoch, Duration askedAt) {
    return named(namedEpoch, askedAt);
  }

  /// A newer card came: these are now this camera's only keys.
  public Released rekeyed(Set<Kid> held) {
    keys = Set.copyOf(held);
    keys.forEach(this::remember);
    firsts.keySet().retainAll(keys);
    lasts.keySet().retainAll(keys);
    return waiting.release(frame -> keys.contains(frame.frame().kid()), frame -> false);
  }

  /// A frame came from the relay.
  public Arrival arrives(SealedFrame frame, Duration now) {
    boolean held = keys.contains(frame.kid());
    if (isOver(frame.kid(), held)) {
      return tooOld(frame.kid());
    }
    if (!held) {
      return await(frame, now);
    }
    if (!isAboveTheLast(frame)) {
      return refused(ReportReason.REPLAYED);
    }
    return new Arrival.ToOpen();
  }

  /// A frame opened, and its signature verified.
  public Accepted accepted(SealedFrame frame, long captureMicros) {
    boolean skips = frame.number() > next(frame.kid());
    lasts.put(frame.kid(), frame.number());
    boolean complete = completes(frame);
    if (!complete) {
      counts = counts.plusLost();
    } else if (skips && frame.kind() == Kind.KEY) {
      counts = counts.plusSkipped();
    }
    if (frame.kind() == Kind.SOUND) {
      return heard(captureMicros);
    }
    boolean paint = complete && isNewerThanPainted(captureMicros);
    if (paint) {
      newestPaintedMicros = captureMicros;
    }
    return new Accepted(complete, paint);
  }

  /// Nothing comes twice, and nothing from before the session.
  @Check
  private boolean isAboveTheLast(SealedFrame frame) {
    return frame.number() >= next(frame.kid());
  }

  /// Whoever looks never sees time go back.
  @Check
  private boolean isNewerThanPainted(long captureMicros) {
    return captureMicros > newestPaintedMicros;
  }

  /// Sound and pictures go by different times, and neither makes the other old.
  private Accepted heard(long captureMicros) {
    boolean play = captureMicros > newestHeardMicros;
    newestHeardMicros = Math.max(newestHeardMicros, captureMicros);
    return new Accepted(true, play);
  }

  /// The decoder gave up: nothing can be decoded before the next key frame.
  public void decoderLost() {
    group = Optional.empty();
  }

  /// The least number of this KID that is still accepted, and the one to ask for after a reconnect.
  public long next(Kid kid) {
    return Math.max(firsts.getOrDefault(kid, 0L), lasts.getOrDefault(kid, -1L) + 1);
  }

  public Counts counts() {
    return counts;
  }

  /// A still may be of an older epoch than the pictures: it is good as long as the newest card
  /// holds its key.
  private boolean isOver(Kid kid, boolean held) {
    return kid.epoch() < epoch && !(held && kid.track() == Track.STILL);
  }

  /// Nobody asked for an epoch from before all that the home named here, so no honest relay sends
  /// one.
  private Arrival tooOld(Kid kid) {
    if (kid.epoch() < leastEpoch && !olderKids.contains(kid)) {
      return refused(ReportReason.UNKNOWN_EPOCH);
    }
    counts = counts.plusSuperseded();
    return new Arrival.Superseded();
  }

  private Arrival refused(ReportReason reason) {
    counts = counts.plusRefused(1);
    return new Arrival.Refused(reason);
  }

  private void remember(Kid kid) {
    if (kid.epoch() < leastEpoch) {
      olderKids.add(kid);
    }
  }

  private Arrival await(SealedFrame frame, Duration now) {
    if (waiting.add(frame, now)) {
      return new Arrival.Waits();
    }
    counts = counts.plusOverflowed();
    return new Arrival.Overflowed();
  }

  private boolean completes(SealedFrame frame) {
    return switch (frame.kind()) {
      case KEY -> {
        group = Optional.of(new Group(frame.kid(), frame.number(), frame.number()));
        yield true;
      }
      case DELTA -> {
        group = group.filter(current -> continues(current, frame));
        group = group.map(current -> new Group(current.kid, current.key, frame.number()));
        yield group.isPresent();
      }
      case SOUND, STILL -> true;
    };
  }

  private static boolean continues(Group group, SealedFrame frame) {
    return group.kid.equals(frame.kid())
        && group.key == frame.dependency()
        && group.last + 1 == frame.number();
  }

  /// An answer judges only what had come before its question was sent: an older answer cannot know
  /// a newer epoch.
  private Released named(long namedEpoch, Duration askedAt) {
    epoch = Math.max(epoch, namedEpoch);
    leastEpoch = Math.min(leastEpoch, namedEpoch);
    Released released =
        waiting.release(
            frame -> frame.frame().kid().epoch() < epoch,
            frame ->
                frame.frame().kid().epoch() > epoch && frame.arrivedAt().compareTo(askedAt) <= 0);
    counts = counts.plusRefused(released.refused().size());
    return released;
  }
}
