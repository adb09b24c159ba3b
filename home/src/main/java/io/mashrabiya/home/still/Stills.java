package io.mashrabiya.home.still;

import io.mashrabiya.home.live.CameraSeal;
import io.mashrabiya.home.live.CameraSeal.FreshStill;
import io.mashrabiya.home.store.HomeFolder;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.worker.NativeDoor;
import io.mashrabiya.media.worker.StillOutcome;
import io.mashrabiya.media.worker.Subject;
import io.mashrabiya.media.worker.WhyNot;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Makes the stills of all cameras, one after the other, on one platform thread of its own: from
/// the newest key frame, so that no stream is opened for it. The newest of each camera is stored.
/// For lines that carry no pictures it makes small ones besides, one a second, which are not. A
/// picture that does not decode, or that kills what decodes it, costs the other cameras at most the
/// decoder's deadline.
public final class Stills implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Stills.class.getName());
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final long GOODBYE_MILLIS = 1_000;
  private static final int MOST_WIDTH = 640;

  /// A first picture that a line of which nothing is known brings soon: the slowest in two seconds.
  private static final int MOST_BYTES = 12_000;

  static final Duration WHILE_WATCHED = Duration.ofSeconds(10);
  static final Duration OTHERWISE = Duration.ofMinutes(1);

  /// What they are made of comes each second, and none of it is left out.
  static final Duration GLIMPSES = Duration.ofMillis(900);

  private static final int GLIMPSE_WIDTH = 320;

  /// With what is around it, two packets: of ten that are sent one may be lost.
  private static final int GLIMPSE_BYTES = 2_600;

  private final Supplier<Collection<CameraSeal>> cameras;
  private final Map<CameraSeal, StillSchedule> schedules = new LinkedHashMap<>();
  private final Map<CameraSeal, StillSchedule> glimpses = new LinkedHashMap<>();
  private final HomeFolder folder;
  private final CaptureClock clock;
  private final NativeDoor decoder;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().daemon().name("stills").unstarted(this::run);

  /// @param cameras those that there are when it looks
  public Stills(
      Supplier<Collection<CameraSeal>> cameras,
      HomeFolder folder,
      CaptureClock clock,
      NativeDoor decoder) {
    this.cameras = cameras;
    this.folder = folder;
    this.clock = clock;
    this.decoder = decoder;
  }

  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!closed.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Makes the stills that are due now.
  void look() {
    Collection<CameraSeal> now = cameras.get();
    schedules.keySet().retainAll(now);
    glimpses.keySet().retainAll(now.stream().filter(CameraSeal::isGlimpsed).toList());
    for (CameraSeal camera : now) {
      if (camera.isGlimpsed()) {
        due(camera, camera.glimpsed(), glimpses, GLIMPSES)
            .ifPresent(frame -> glimpse(camera, frame));
      }
      Duration interval = camera.isLeased() ? WHILE_WATCHED : OTHERWISE;
      due(camera, camera.keyFrame(), schedules, interval).ifPresent(frame -> still(camera, frame));
    }
  }

  private Optional<Frame> due(
      CameraSeal camera,
      Optional<Frame> newest,
      Map<CameraSeal, StillSchedule> of,
      Duration interval) {
    StillSchedule schedule = of.computeIfAbsent(camera, fresh -> new StillSchedule());
    Optional<Frame> due =
        newest.filter(
            frame -> schedule.isDue(frame.captureTimeMicros(), interval, clock.nowMicros()));
    due.ifPresent(frame -> schedule.made(frame.captureTimeMicros(), clock.nowMicros()));
    return due;
  }

  private void still(CameraSeal camera, Frame frame) {
    make(
        camera,
        StillRequest.of(frame, Still.Format.JPEG, MOST_WIDTH).within(MOST_BYTES),
        still -> publish(camera, frame, still));
  }

  private void glimpse(CameraSeal camera, Frame frame) {
    make(
        camera,
        StillRequest.of(frame, Still.Format.WEBP, GLIMPSE_WIDTH).within(GLIMPSE_BYTES),
        still -> camera.glimpse(frame.captureTimeMicros(), still.bytes()));
  }

  /// Takes a still that was made.
  private interface Into {
    void accept(Still still) throws IOException;
  }

  private void make(CameraSeal camera, StillRequest asked, Into into) {
    var subject = new Subject(camera.camera().toString());
    try {
      switch (decoder.still(subject, asked)) {
        case StillOutcome.Made(Still still) -> into.accept(still);
        case StillOutcome.NotMade(WhyNot why) ->
            LOG.log(
                Level.DEBUG, () -> "no still of camera " + camera.camera() + ": " + why.words());
      }
    } catch (IOException | RuntimeException e) {
      // Whatever it was, the other cameras' stills go on.
      LOG.log(Level.WARNING, () -> "no still of camera " + camera.camera(), e);
    }
  }

  private void publish(CameraSeal camera, Frame frame, Still still) throws IOException {
    Optional<FreshStill> sealed = camera.still(frame.captureTimeMicros(), still.bytes());
    if (sealed.isPresent()) {
      folder.storeStill(camera.camera(), sealed.get().key(), sealed.get().frame());
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(GOODBYE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
