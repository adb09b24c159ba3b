package io.mashrabiya.home.ladder;

import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// Chooses for each who looks the most that is of use and that the lines carry.
///
/// Hysteresis, so that nothing flickers: a rung is given where it fits into [#RAISED] of what a
/// line carries, and kept while it fits into [#HELD]; what does not fit any more is taken at once,
/// more is given after [#PATIENCE] of room. Where nobody knows what a line carries it carries all.
///
/// Pure: times are handed in. Not thread-safe.
public final class Ladder {
  static final double RAISED = 0.65;
  static final double HELD = 0.9;
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final List<Rung> SOUND = List.of(new Rung(Track.SOUND, 64_000, 0, false));

  private final Rungs rungs;
  private final LongSupplier uplinkBitsPerSecond;
  private final Map<RequestHash, Instant> roomSince = new HashMap<>();

  /// @param uplinkBitsPerSecond what the home's own line carries; 0 when it has shown no limit
  public Ladder(Rungs rungs, LongSupplier uplinkBitsPerSecond) {
    this.rungs = rungs;
    this.uplinkBitsPerSecond = uplinkBitsPerSecond;
  }

  /// The track for one who begins to look. What the same device has of the same camera it is about
  /// to give up.
  ///
  /// @param newcomer on whichever track
  /// @param others who look already
  public Track choose(Looker newcomer, Collection<Looker> others) {
    Plan.Seat seat = seat(newcomer);
    List<Plan.Seat> seats = new ArrayList<>(List.of(seat));
    others.stream()
        .filter(other -> !isReplaced(other, newcomer))
        .map(this::seat)
        .forEach(seats::add);
    divide(seats, RAISED);
    return seat.rung().track();
  }

  private static boolean isReplaced(Looker other, Looker newcomer) {
    return other.device().equals(newcomer.device())
        && other.camera().equals(newcomer.camera())
        && other.track() != Track.SOUND;
  }

  /// Of a device's sessions those that are better opened anew.
  ///
  /// @param all who look, the device's own among them
  public List<RequestHash> anew(Map<RequestHash, Looker> all, DeviceId device, Instant now) {
    roomSince.keySet().retainAll(all.keySet());
    Map<RequestHash, Plan.Seat> seats = new HashMap<>();
    all.forEach((session, looker) -> seats.put(session, seat(looker)));
    List<Plan.Seat> inOrder = List.copyOf(seats.values());
    Map<RequestHash, Integer> most = ranks(seats, inOrder, HELD);
    Map<RequestHash, Integer> least = ranks(seats, inOrder, RAISED);
    return all.entrySet().stream()
        .filter(each -> each.getValue().device().equals(device))
        .filter(each -> {
          RequestHash session = each.getKey();
          int has = rank(each.getValue().track());
          return has > most.getOrDefault(session, has)
              || hasHadRoom(session, has < least.getOrDefault(session, has), now);
        })
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean hasHadRoom(RequestHash session, boolean hasRoom, Instant now) {
    if (!hasRoom) {
      roomSince.remove(session);
      return false;
    }
    Instant since = roomSince.computeIfAbsent(session, fresh -> now);
    return !now.isBefore(since.plus(PATIENCE));
  }

  private Map<RequestHash, Integer> ranks(
      Map<RequestHash, Plan.Seat> seats, List<Plan.Seat> inOrder, double share) {
    divide(inOrder, share);
    Map<RequestHash, Integer> ranks = new HashMap<>();
    seats.forEach((session, seat) -> ranks.put(session, rank(seat.rung().track())));
    return ranks;
  }

  private Plan.Seat seat(Looker looker) {
    return new Plan.Seat(
        looker, looker.track() == Track.SOUND ? SOUND : rungs.of(looker.camera(), looker.decode()));
  }

  private void divide(List<Plan.Seat> seats, double share) {
    Map<DeviceId, Long> lines = new HashMap<>();
    seats.forEach(seat -> {
      long carries = seat.looker().wish().bitsPerSecond();
      if (carries > 0) {
        lines.merge(seat.looker().device(), carries, Math::max);
      }
    });
    Plan.divide(seats, share, uplinkBitsPerSecond.getAsLong(), lines);
  }

  /// From the least to the most.
  private static int rank(Track track) {
    return switch (track) {
      case SOUND -> 0;
      case STILL -> 1;
      case GLIMPSE -> 2;
      case LOW -> 3;
      case TRANSCODE -> 4;
      case SUB -> 5;
      case MAIN -> 6;
    };
  }
}
