package io.mashrabiya.home.camera;

import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.live.Supply;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.rtsp.client.RtspSettings;
import io.mashrabiya.media.source.CameraSource;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.words.Sentence;
import java.util.Optional;
import java.util.Set;

/// A camera's smaller stream in H.264, which is played only while somebody needs it, and then kept
/// playing as its main stream is: with the same pauses between two tries, whoever wanted it before.
///
/// Any thread may call. It is begun and ended on a thread of its own, one after the other, so that
/// the camera never has two sessions of it; none of that touches the main stream.
public final class SubStream implements Supply, AutoCloseable {
  private static final RtspSettings H264_ONLY =
      RtspSettings.DEFAULT.playing(Set.of(PictureFormat.H264));
  private static final long GOODBYE_MILLIS = 1_000;

  private final CameraId id;
  private final FrameSink sink;
  private final CaptureClock clock;
  private final Patience patience;
  private volatile Optional<CameraSettings> where = Optional.empty();
  private volatile Optional<SupervisedCamera> playing = Optional.empty();
  private volatile Sentence trouble = Sentence.NOTHING; // of those that played before
  private Optional<Thread> settling = Optional.empty(); // guarded by this object's lock
  private boolean wanted; // as well
  private boolean settled; // what of it was carried out
  private boolean moved; // since it was carried out
  private boolean closed;

  /// @param sink gets its frames, sound too, if there is some
  public SubStream(CameraId id, FrameSink sink, CaptureClock clock) {
    this(id, sink, clock, Pause.REAL);
  }

  SubStream(CameraId id, FrameSink sink, CaptureClock clock, Pause pause) {
    this.id = id;
    this.sink = sink;
    this.clock = clock;
    this.patience = new Patience(clock, pause);
  }

  /// Where it is from now on; empty while nobody knows, or where there is none.
  public synchronized void at(Optional<CameraSettings> now) {
    if (!now.equals(where)) {
      where = now;
      trouble = Sentence.NOTHING;
      moved = true;
      settle();
    }
  }

  @Override
  public synchronized void wanted(boolean now) {
    wanted = now && !closed;
    settle();
  }

  /// False while nobody knows where it is, and from a failure until it is tried again.
  @Override
  public boolean isHopeful() {
    return where.isPresent() && patience.isOver();
  }

  /// What was wrong with it at the last try and what to do about it; empty while nothing is known
  /// to be.
  public Sentence words() {
    return playing.map(this::words).orElse(trouble);
  }

  private Sentence words(SupervisedCamera camera) {
    CameraReport report = camera.report();
    boolean isNews = report.state() == CameraState.LIVE || !report.words().isEmpty();
    return isNews ? report.words() : trouble;
  }

  /// Whether nothing of it plays, or tries to.
  boolean isAtRest() {
    return playing.isEmpty();
  }

  private synchronized void settle() {
    if (settling.isEmpty() && isUnsettled()) {
      settling = Optional.of(Thread.ofVirtual().name("sub-stream-" + id).start(this::run));
    }
  }

  private boolean isUnsettled() {
    return settled != wanted || (wanted && moved);
  }

  private void run() {
    Optional<Boolean> next = next();
    while (next.isPresent()) {
      playing.ifPresent(this::end);
      playing = next.get() ? where.map(this::camera) : Optional.empty();
      playing.ifPresent(SupervisedCamera::start);
      next = next();
    }
  }

  private void end(SupervisedCamera camera) {
    camera.close();
    trouble = words(camera);
  }

  /// What is to be carried out next; empty when nothing is.
  private synchronized Optional<Boolean> next() {
    if (!isUnsettled()) {
      settling = Optional.empty();
      return Optional.empty();
    }
    settled = wanted;
    moved = false;
    return Optional.of(wanted);
  }

  private SupervisedCamera camera(CameraSettings settings) {
    return new SupervisedCamera(
        "sub stream of camera",
        id,
        settings,
        sink,
        patience,
        (counters, soundTrust) ->
            new CameraSource(
                settings.address(),
                settings.credentials(),
                H264_ONLY,
                clock,
                counters,
                soundTrust));
  }

  /// Ends it for good, and waits a moment for its goodbye to the camera.
  @Override
  public void close() {
    Optional<Thread> ending;
    synchronized (this) {
      closed = true;
      wanted(false);
      ending = settling;
    }
    try {
      if (ending.isPresent()) {
        ending.get().join(GOODBYE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
