package io.mashrabiya.home.ladder;

import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.sealed.Track;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A division of all lines among all who look. Everybody begins with the most that is of use; while
/// a line does not carry that, what takes most of it for its size on the screen goes a rung down:
/// first on each device's line, and then, for all who have the same of a camera at once, on the
/// home's own, which a track is a load of once. There a device that looks at many cameras gives way
/// before one that looks at few.
final class Plan {
  private static final long USUAL_HEIGHT = 1_080;

  /// No screen shows more, whatever somebody claims.
  private static final long MOST_HEIGHT = 4_320;

  private final double share;

  /// One who looks, and which of the rungs it has.
  static final class Seat {
    private final Looker looker;
    private final List<Rung> rungs;
    private int at;
    private int ofItsDevice = 1; // how many it looks at and listens to

    Seat(Looker looker, List<Rung> rungs) {
      this.looker = looker;
      this.rungs = rungs;
    }

    /// The last that is of use. A camera's own smaller pictures will do where they are shown small;
    /// none are made for that.
    private int most() {
      long heightPixels = looker.wish().heightPixels();
      for (int i = 0; heightPixels > 0 && i < rungs.size(); i++) {
        Rung rung = rungs.get(i);
        if (!rung.isMade() && 4L * rung.heightPixels() >= 3 * heightPixels) {
          return i;
        }
      }
      return rungs.size() - 1;
    }

    Looker looker() {
      return looker;
    }

    Rung rung() {
      return rungs.get(at);
    }

    private boolean canGoDown() {
      return at > 0;
    }

    private long heightPixels() {
      long height = looker.wish().heightPixels();
      return height == 0 ? USUAL_HEIGHT : Math.min(MOST_HEIGHT, height);
    }
  }

  /// What one camera is sent as, to all who have it so.
  private record Sent(CameraId camera, Track track) {
    static Sent to(Seat seat) {
      return new Sent(seat.looker().camera(), seat.rung().track());
    }
  }

  private Plan(double share) {
    this.share = share;
  }

  /// Divides anew.
  ///
  /// @param share of each line that may be used
  /// @param uplinkBitsPerSecond that the home's own line carries; 0 when it has shown no limit
  /// @param lines what the devices' lines carry, where that is known
  static void divide(
      List<Seat> seats, double share, long uplinkBitsPerSecond, Map<DeviceId, Long> lines) {
    Plan plan = new Plan(share);
    seats.forEach(seat -> seat.at = seat.most());
    Map<DeviceId, List<Seat>> devices =
        seats.stream()
            .collect(
                Collectors.groupingBy(
                    seat -> seat.looker().device(), LinkedHashMap::new, Collectors.toList()));
    devices.forEach((device, all) -> {
      all.forEach(seat -> seat.ofItsDevice = all.size());
      plan.fit(all, lines.getOrDefault(device, 0L));
    });
    if (uplinkBitsPerSecond > 0) {
      plan.fitUplink(seats, uplinkBitsPerSecond);
    }
  }

  private void fit(List<Seat> seats, long bitsPerSecond) {
    long load = seats.stream().mapToLong(seat -> seat.rung().bitsPerSecond()).sum();
    while (bitsPerSecond > 0 && load > share * bitsPerSecond) {
      Optional<Seat> most =
          seats.stream()
              .filter(Seat::canGoDown)
              .max(Comparator.comparingDouble(seat -> weight(seat.rung(), seat.heightPixels())));
      if (most.isEmpty()) {
        return;
      }
      load -= most.get().rung().bitsPerSecond();
      most.get().at--;
      load += most.get().rung().bitsPerSecond();
    }
  }

  private void fitUplink(List<Seat> seats, long bitsPerSecond) {
    while (true) {
      Map<Sent, List<Seat>> sent = new LinkedHashMap<>();
      seats.forEach(
          seat -> sent.computeIfAbsent(Sent.to(seat), none -> new ArrayList<>()).add(seat));
      long load = sent.values().stream().mapToLong(Plan::bitsPerSecond).sum();
      Optional<List<Seat>> most =
          sent.values().stream()
              .filter(all -> all.stream().allMatch(Seat::canGoDown))
              .max(Comparator.comparingDouble(Plan::weight));
      if (load <= share * bitsPerSecond || most.isEmpty()) {
        return;
      }
      most.get().forEach(seat -> seat.at--);
    }
  }

  private static long bitsPerSecond(Collection<Seat> same) {
    return same.iterator().next().rung().bitsPerSecond();
  }

  private static double weight(Collection<Seat> same) {
    long height = same.stream().mapToLong(Seat::heightPixels).max().orElse(USUAL_HEIGHT);
    int few = same.stream().mapToInt(seat -> seat.ofItsDevice).min().orElse(1);
    return few * weight(same.iterator().next().rung(), height);
  }

  private static double weight(Rung rung, long heightPixels) {
    return (double) rung.bitsPerSecond() / heightPixels;
  }
}
