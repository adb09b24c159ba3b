package io.mashrabiya.home.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.EventWatch;
import io.mashrabiya.media.onvif.OnvifClient;
import io.mashrabiya.media.onvif.events.OnvifEvent;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.onvif.soap.SoapSettings;
import io.mashrabiya.wire.ids.CameraId;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/// Follows what one camera tells of motion and of its bell, over connections of its own: whatever
/// ends that, it is tried again, a little later each time, and its pictures know nothing of it.
///
/// One virtual thread follows; any thread may ask. Times are the home's, when it was told.
public final class CameraEvents implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CameraEvents.class.getName());
  private static final Duration STEADY = Duration.ofSeconds(10);
  private static final long GOODBYE_MILLIS = 1_000;

  /// Presses within this time of each other are one line of the log, whatever a camera tells.
  private static final Duration ONE_PRESS = Duration.ofSeconds(2);

  private final CameraId id;
  private final Supplier<EventWatch> watches;
  private final InstantSource time;
  private final Patience patience;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private boolean begun; // guarded by this object's lock
  private Optional<EventWatch> watch = Optional.empty(); // as well
  private volatile Optional<Instant> motion = Optional.empty();
  private volatile Optional<Instant> bell = Optional.empty();

  public CameraEvents(
      CameraId id, ServiceAddress service, Optional<Credentials> credentials, CaptureClock clock) {
    this(id, watches(service, credentials, clock), clock, Pause.REAL);
  }

  /// @param watches makes what is followed, again and again
  CameraEvents(CameraId id, Supplier<EventWatch> watches, CaptureClock clock, Pause pause) {
    this.id = id;
    this.watches = watches;
    this.time = time(clock);
    this.patience = new Patience(clock, pause);
    this.thread = Thread.ofVirtual().name("events-" + id).unstarted(this::run);
  }

  static Supplier<EventWatch> watches(
      ServiceAddress service, Optional<Credentials> credentials, CaptureClock clock) {
    InstantSource time = time(clock);
    return () ->
        new EventWatch(new OnvifClient(service, credentials, SoapSettings.DEFAULT, time), time);
  }

  private static InstantSource time(CaptureClock clock) {
    return () -> Instant.EPOCH.plus(clock.nowMicros(), ChronoUnit.MICROS);
  }

  /// The camera says that it tells of events: follows them from now on, if it does not yet.
  public synchronized void follow() {
    if (!begun && isWanted()) {
      begun = true;
      thread.start();
    }
  }

  /// When something was last told to begin to move.
  public Optional<Instant> motion() {
    return motion;
  }

  /// When the bell was last told to be pressed.
  public Optional<Instant> bell() {
    return bell;
  }

  private void run() {
    try {
      while (isWanted()) {
        Instant began = time.instant();
        OnvifFailure why = watchOnce();
        if (Duration.between(began, time.instant()).compareTo(STEADY) >= 0) {
          patience.reset();
        }
        if (isWanted()) {
          LOG.log(Level.DEBUG, () -> "events of camera " + id + " ended: " + why.words());
          patience.after(why.worthRetrying());
          patience.rest(closed);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Any fault of ours ends this try and no more, as with the camera's pictures.
  private OnvifFailure watchOnce() {
    try {
      EventWatch next = watches.get();
      if (!mayWatch(next)) {
        next.close(); // so that it ends before it asks
      }
      return next.watch(this::take);
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, () -> "events of camera " + id + " ended by a fault of ours", e);
      return new OnvifFailure.ConnectionLost(say("a fault of ours"));
    }
  }

  private synchronized boolean mayWatch(EventWatch next) {
    watch = Optional.of(next);
    return isWanted();
  }

  private void take(OnvifEvent event) {
    Instant now = time.instant();
    switch (event) {
      case OnvifEvent.Motion(OnvifEvent.Change change) when change == OnvifEvent.Change.BEGAN ->
          motion = Optional.of(now);
      case OnvifEvent.Bell() -> {
        if (bell.filter(last -> now.isBefore(last.plus(ONE_PRESS))).isEmpty()) {
          LOG.log(Level.INFO, () -> "the bell of camera " + id + " was pressed");
        }
        bell = Optional.of(now);
      }
      case OnvifEvent.Motion _, OnvifEvent.Other _ -> {}
    }
  }

  private boolean isWanted() {
    return closed.getCount() > 0;
  }

  /// Ends it, and waits a moment for its goodbye to the camera.
  @Override
  public void close() {
    synchronized (this) {
      closed.countDown();
      watch.ifPresent(EventWatch::close);
    }
    try {
      thread.join(GOODBYE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
