package io.mashrabiya.home.camera;

import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.media.CameraClient;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.PlayOutcome;
import io.mashrabiya.media.onvif.OnvifCamera;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import io.mashrabiya.media.rtsp.client.RtspSettings;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import io.mashrabiya.media.rtsp.client.SoundTrust;
import io.mashrabiya.media.source.CameraSource;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.words.Sentence;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// Keeps one camera playing: whatever ends it, it is tried again, a little later each time.
///
/// One platform thread reads it, whatever it speaks. Nothing that this camera does reaches another
/// one; a camera that sends nothing for five seconds (ten over HTTP), or no whole picture for
/// thirty, counts as silent.
public final class SupervisedCamera implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SupervisedCamera.class.getName());
  private static final long GOODBYE_MILLIS = 1_000;
  private static final long STEADY_MICROS = 10_000_000;

  /// Makes what is played again and again.
  interface Sources {
    /// Makes it, once.
    ///
    /// @param counters count what happens in all tries
    /// @param soundTrust remembers over all tries whether the camera's sound does harm
    CameraSource source(SessionCounters counters, SoundTrust soundTrust);
  }

  private final CameraId id;
  private final CameraSettings settings;
  private final FrameSink sink;
  private final CameraSource source;
  private final Patience patience;
  private final String whatItIs;
  private final SessionCounters counters = new SessionCounters();
  private final SoundTrust soundTrust = new SoundTrust();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private long liveSinceMicros; // of the camera's thread
  private LiveAdvice advice = new LiveAdvice(false); // of the camera's thread
  private volatile CameraReport report;
  private volatile CameraClient client;

  /// @param clock stamps the frames, and measures how long the camera was silent
  /// @param described is told what a camera that speaks ONVIF says of itself, before its pictures
  public SupervisedCamera(
      CameraId id,
      CameraSettings settings,
      FrameSink sink,
      CaptureClock clock,
      Consumer<OnvifCamera> described) {
    this(id, settings, sink, clock, described, Pause.REAL);
  }

  SupervisedCamera(
      CameraId id,
      CameraSettings settings,
      FrameSink sink,
      CaptureClock clock,
      Consumer<OnvifCamera> described,
      Pause pause) {
    this(
        "camera",
        id,
        settings,
        sink,
        new Patience(clock, pause),
        (counters, soundTrust) ->
            new CameraSource(
                settings.address(),
                settings.credentials(),
                RtspSettings.DEFAULT,
                clock,
                counters,
                soundTrust,
                described));
  }

  /// @param whatItIs for the log
  /// @param patience says when it may be tried, also for the first time
  SupervisedCamera(
      String whatItIs,
      CameraId id,
      CameraSettings settings,
      FrameSink sink,
      Patience patience,
      Sources sources) {
    this.whatItIs = whatItIs;
    this.id = id;
    this.settings = settings;
    this.sink = sink;
    this.patience = patience;
    this.report = new CameraReport(settings.name(), CameraState.CONNECTING, Sentence.NOTHING);
    this.source = sources.source(counters, soundTrust);
    this.client = this.source.client();
    String name = whatItIs.replace(' ', '-') + "-" + id;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  public CameraId id() {
    return id;
  }

  public String name() {
    return settings.name();
  }

  public CameraState state() {
    return report.state();
  }

  /// How it does, in words.
  public CameraReport report() {
    return report;
  }

  public SessionCounters counters() {
    return counters;
  }

  private void run() {
    rest();
    while (isWanted()) {
      PlayOutcome outcome = runOnce();
      if (isWanted()) {
        patience.after(outcome);
        tell(stateAfter(outcome), outcome.words());
        rest();
      }
    }
  }

  /// Plays the camera until it ends. Any fault of ours ends this try and no more, also one that the
  /// machine finds, such as too deep a recursion; out of memory, the whole home ends as it is
  /// started (`ExitOnOutOfMemoryError`).
  private PlayOutcome runOnce() {
    try {
      client = source.client();
      if (!isWanted()) {
        return new RtspOutcome.Stopped();
      }
      return client.play(frame -> {
        sink.accept(frame);
        playing(frame);
      });
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, () -> whatItIs + " " + id + " ended by a fault of ours", e);
      return new FaultOfOurs();
    }
  }

  /// Only after it has played for a while is its next end a new trouble: a camera that hangs up
  /// after each picture is tried again later each time.
  private void playing(Frame frame) {
    if (frame.track().isSound()) {
      return; // a camera that is only heard is not seen
    }
    if (state() != CameraState.LIVE) {
      liveSinceMicros = frame.captureTimeMicros();
      advice = new LiveAdvice(soundTrust.isToBlame());
    }
    advice.saw(frame);
    tell(CameraState.LIVE, advice.words());
    if (frame.captureTimeMicros() - liveSinceMicros >= STEADY_MICROS) {
      patience.reset();
    }
  }

  private void tell(CameraState now, Sentence words) {
    CameraReport next = new CameraReport(settings.name(), now, words);
    if (next.equals(report)) {
      return;
    }
    report = next;
    LOG.log(
        Level.INFO,
        () -> whatItIs + " " + id + " is " + now.text() + (words.isEmpty() ? "" : ": " + words));
  }

  /// The state whose words on a tile fit best; the report's say more.
  static CameraState stateAfter(PlayOutcome outcome) {
    return switch (outcome.kind()) {
      case REFUSED -> CameraState.REFUSED;
      case UNSUPPORTED -> CameraState.UNSUPPORTED;
      case UNREACHABLE -> CameraState.UNREACHABLE;
      case SILENT -> CameraState.SILENT;
      case ENDED -> CameraState.CONNECTING;
    };
  }

  private boolean isWanted() {
    return closed.getCount() > 0;
  }

  private void rest() {
    try {
      patience.rest(closed);
    } catch (InterruptedException e) {
      closed.countDown();
    }
  }

  /// Ends it, and waits a moment for its goodbye to the camera.
  @Override
  public void close() {
    closed.countDown();
    client.close();
    try {
      thread.join(GOODBYE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
