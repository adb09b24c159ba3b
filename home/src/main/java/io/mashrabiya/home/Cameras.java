package io.mashrabiya.home;

import io.mashrabiya.home.camera.CameraReport;
import io.mashrabiya.home.camera.SupervisedCamera;
import io.mashrabiya.home.door.Snapshots;
import io.mashrabiya.home.live.CameraSeal;
import io.mashrabiya.home.live.Live;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.CameraEntry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The household's cameras as they run now, in their owner's order.
///
/// Any thread may look; one at a time names them, and one at a time makes it so.
final class Cameras implements AutoCloseable {
  private static final long GOODBYE_MILLIS = 1_000;

  private final Live live;
  private final CaptureClock clock;
  private volatile Map<CameraId, Running> named = Map.of();
  private Set<Running> running = Set.of(); // guarded by this object's lock

  private record Running(CameraSettings settings, SupervisedCamera camera, CameraSeal seal) {}

  Cameras(Live live, CaptureClock clock) {
    this.live = live;
    this.clock = clock;
  }

  /// These are the cameras from now on, for whoever asks; those that stay as they were go on.
  ///
  /// @param wanted all of them are sealed already
  void name(Map<CameraId, CameraSettings> wanted) {
    Map<CameraId, Running> before = named;
    Map<CameraId, Running> after = new LinkedHashMap<>();
    wanted.forEach((id, settings) -> {
      Running held = before.get(id);
      boolean same = held != null && held.settings().equals(settings);
      after.put(id, same ? held : prepare(id, settings));
    });
    named = Collections.unmodifiableMap(after);
  }

  private Running prepare(CameraId id, CameraSettings settings) {
    CameraSeal seal = live.seal(id);
    return new Running(settings, new SupervisedCamera(id, settings, seal, clock), seal);
  }

  /// Makes it so: ends what is named no more, then begins what is new. Returns within moments.
  synchronized void run() {
    Set<Running> wanted = new LinkedHashSet<>(named.values());
    end(running.stream().filter(one -> !wanted.contains(one)).toList());
    wanted.stream().filter(one -> !running.contains(one)).forEach(one -> one.camera().start());
    running = wanted;
  }

  /// As their people know them.
  List<CameraEntry> entries() {
    return named.values().stream()
        .map(Running::camera)
        .map(camera -> new CameraEntry(camera.id(), camera.name(), camera.state()))
        .toList();
  }

  /// How each does, in words.
  List<CameraReport> reports() {
    return named.values().stream().map(one -> one.camera().report()).toList();
  }

  /// How many pictures they have handed on since each began.
  long pictures() {
    return named.values().stream()
        .mapToLong(one -> one.camera().counters().pictures().of(StreamEvent.FRAME))
        .sum();
  }

  /// Where pictures can be had.
  List<Snapshots.Source> sources() {
    return named.values().stream()
        .map(one -> new Snapshots.Source(one.settings().name(), one.camera()::state, one.seal()))
        .toList();
  }

  @Override
  public synchronized void close() {
    end(List.copyOf(running));
  }

  /// All at once: each waits a moment for its goodbye.
  private static void end(List<Running> ended) {
    List<Thread> closing =
        ended.stream().map(one -> Thread.ofVirtual().start(one.camera()::close)).toList();
    for (Thread each : closing) {
      try {
        each.join(GOODBYE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
