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
/// the newest key frame, so that no stream is opened for it. The newest of each camera is stored. A
/// picture that does not decode, or that kills what decodes it, costs the other cameras at most the
/// decoder's deadline.
public final class Stills implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Stills.class.getName());
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final long GOODBYE_MILLIS = 1_000;
  private static final int MOST_WIDTH = 640;

  private final Supplier<Collection<CameraSeal>> cameras;
  private final Map<CameraSeal, StillSchedule> schedules = new LinkedHashMap<>();
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
    now.forEach(
        camera -> look(camera, schedules.computeIfAbsent(camera, fresh -> new StillSchedule())));
  }

  private void look(CameraSeal camera, StillSchedule schedule) {
    camera
        .keyFrame()
        .filter(frame ->
            schedule.isDue(frame.captureTimeMicros(), camera.isLeased(), clock.nowMicros()))
        .ifPresent(frame -> {
          schedule.made(frame.captureTimeMicros(), clock.nowMicros());
          make(camera, frame);
        });
  }

  private void make(CameraSeal camera, Frame frame) {
    var subject = new Subject(camera.camera().toString());
    var asked = StillRequest.of(frame, Still.Format.JPEG, MOST_WIDTH);
    try {
      switch (decoder.still(subject, asked)) {
        case StillOutcome.Made(Still still) -> publish(camera, frame, still);
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
