package io.mashrabiya.home;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.home.camera.CameraReport;
import io.mashrabiya.home.desk.Desk;
import io.mashrabiya.home.door.Snapshots;
import io.mashrabiya.home.live.Live;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.CameraState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The household's cameras in their owner's order: those that are open run, those that its people
/// have closed are not even read.
///
/// Any thread may look; one at a time names or opens them, and one at a time makes it so.
final class Cameras implements Desk.Cameras, AutoCloseable {
  private static final long GOODBYE_MILLIS = 1_000;

  private final Live live;
  private final CaptureClock clock;
  private volatile Map<CameraId, CameraSettings> named = Map.of();
  private volatile Map<CameraId, RunningCamera> open = Map.of();
  private Set<RunningCamera> running = Set.of(); // guarded by this object's lock
  private boolean started; // as well
  private boolean ended; // as well

  Cameras(Live live, CaptureClock clock) {
    this.live = live;
    this.clock = clock;
  }

  /// These are the cameras from now on; which of them are open is still to be said.
  void name(Map<CameraId, CameraSettings> wanted) {
    named = Collections.unmodifiableMap(new LinkedHashMap<>(wanted));
  }

  /// Those that stay as they were go on.
  ///
  /// @param wanted all of them are sealed already
  @Override
  public void open(Set<CameraId> wanted) {
    Map<CameraId, RunningCamera> before = open;
    Map<CameraId, RunningCamera> after = new LinkedHashMap<>();
    named.forEach((id, settings) -> {
      if (wanted.contains(id)) {
        Optional<RunningCamera> held = Optional.ofNullable(before.get(id));
        after.put(
            id,
            held.filter(one -> goesOn(one, id, settings))
                .orElseGet(() -> new RunningCamera(id, settings, live.seal(id), clock)));
      }
    });
    open = Collections.unmodifiableMap(after);
    if (!after.equals(before)) {
      Thread.ofVirtual().name("cameras").start(this::run);
    }
  }

  /// One whose seal was shut meanwhile does not.
  private boolean goesOn(RunningCamera held, CameraId id, CameraSettings settings) {
    return held.settings().equals(settings) && held.seal() == live.seal(id);
  }

  /// To be called once, before cameras are read.
  void start() {
    synchronized (this) {
      started = true;
    }
    run();
  }

  /// Makes it so: ends what is open no more, then begins what is new. Returns within moments.
  synchronized void run() {
    if (!started || ended) {
      return;
    }
    Set<RunningCamera> wanted = new LinkedHashSet<>(open.values());
    end(running.stream().filter(one -> !wanted.contains(one)).toList());
    wanted.stream().filter(one -> !running.contains(one)).forEach(RunningCamera::start);
    running = wanted;
  }

  @Override
  public List<Desk.Known> all() {
    Map<CameraId, RunningCamera> now = open;
    return named.entrySet().stream()
        .map(one ->
            new Desk.Known(
                one.getKey(),
                one.getValue().name(),
                Optional.ofNullable(now.get(one.getKey()))
                    .map(camera -> camera.main().state())
                    .orElse(CameraState.PRIVATE)))
        .toList();
  }

  /// Under what people call them; the same name twice stands for the first.
  Map<String, CameraId> byName() {
    Map<String, CameraId> ids = new LinkedHashMap<>();
    named.forEach((id, settings) -> ids.putIfAbsent(settings.name(), id));
    return ids;
  }

  /// How each does, in words.
  List<CameraReport> reports() {
    Map<CameraId, RunningCamera> now = open;
    return named.entrySet().stream()
        .map(one ->
            Optional.ofNullable(now.get(one.getKey()))
                .map(RunningCamera::report)
                .orElseGet(() -> closed(one.getValue().name())))
        .toList();
  }

  private static CameraReport closed(String name) {
    return new CameraReport(
        name, CameraState.PRIVATE, say("Its people have closed it; nobody sees it."));
  }

  /// How many pictures they have handed on since each began.
  long pictures() {
    return open.values().stream()
        .mapToLong(one -> one.main().counters().pictures().of(StreamEvent.FRAME))
        .sum();
  }

  /// Where pictures can be had.
  List<Snapshots.Source> sources() {
    Map<CameraId, RunningCamera> now = open;
    return named.entrySet().stream()
        .map(one ->
            new Snapshots.Source(
                one.getValue().name(),
                Optional.ofNullable(now.get(one.getKey()))
                    .map(camera -> new Snapshots.Eye(camera.main()::state, camera.seal()))))
        .toList();
  }

  @Override
  public synchronized void close() {
    ended = true;
    end(List.copyOf(running));
  }

  /// All at once: each waits a moment for its goodbye.
  private static void end(List<RunningCamera> ended) {
    List<Thread> closing =
        ended.stream()
            .flatMap(one -> one.endings().stream())
            .map(Thread.ofVirtual()::start)
            .toList();
    for (Thread each : closing) {
      try {
        each.join(GOODBYE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
