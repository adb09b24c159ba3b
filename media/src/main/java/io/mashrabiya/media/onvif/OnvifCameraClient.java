package io.mashrabiya.media.onvif;

import io.mashrabiya.media.CameraClient;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.PlayOutcome;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.address.Fingerprint;
import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.onvif.soap.SoapSettings;
import io.mashrabiya.media.rtsp.client.RtspClient;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import io.mashrabiya.media.rtsp.client.RtspSettings;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import io.mashrabiya.media.rtsp.client.SoundTrust;
import io.mashrabiya.media.socket.TlsFailure;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/// Plays one camera once that is known by its ONVIF device service: asks it where its main stream
/// is, and plays that over RTSP.
///
/// Guarantee: whatever the camera answers, nothing, and above all no credentials, goes to another
/// host than the one of the device service ([ServiceAddress]).
public final class OnvifCameraClient implements CameraClient {
  private static final System.Logger LOG = System.getLogger(OnvifCameraClient.class.getName());

  private final ServiceAddress service;
  private final Optional<Credentials> credentials;
  private final RtspSettings settings;
  private final CaptureClock clock;
  private final SessionCounters counters;
  private final SoundTrust soundTrust;
  private final Consumer<OnvifCamera> described;
  private Runnable hangUp = () -> {}; // guarded by this object's lock
  private boolean closed; // as well

  /// @param settings how its stream is played
  /// @param clock stamps the frames, and dates what the camera is asked
  /// @param soundTrust remembers over all tries whether the camera's sound does harm
  /// @param described is told what the camera said of itself, on the thread that plays and before
  ///   the first frame
  public OnvifCameraClient(
      ServiceAddress service,
      Optional<Credentials> credentials,
      RtspSettings settings,
      CaptureClock clock,
      SessionCounters counters,
      SoundTrust soundTrust,
      Consumer<OnvifCamera> described) {
    this.service = service;
    this.credentials = credentials;
    this.settings = settings;
    this.clock = clock;
    this.counters = counters;
    this.soundTrust = soundTrust;
    this.described = described;
  }

  @Override
  public PlayOutcome play(FrameSink sink) {
    Answer<OnvifCamera> answer = ask();
    return switch (answer) {
      case Answer.Failed<OnvifCamera>(OnvifFailure why) -> new OnvifOutcome.Failed(why);
      case Answer.Given<OnvifCamera>(OnvifCamera camera) -> {
        described.accept(camera);
        Optional<OnvifStream> main = camera.main();
        yield main.isEmpty() ? new OnvifOutcome.NoProfile() : play(main.get(), sink);
      }
    };
  }

  private Answer<OnvifCamera> ask() {
    InstantSource time = () -> Instant.EPOCH.plus(clock.nowMicros(), ChronoUnit.MICROS);
    try (var asking = new OnvifClient(service, credentials, SoapSettings.DEFAULT, time)) {
      return mayBegin(asking::close)
          ? asking.connect().then(OnvifClient.Connected::describe)
          : new Answer.Failed<>(new OnvifFailure.Stopped());
    }
  }

  private PlayOutcome play(OnvifStream main, FrameSink sink) {
    main.otherHost().ifPresent(this::tellOf);
    var client = new RtspClient(main.address(), credentials, settings, clock, counters, soundTrust);
    RtspOutcome ended = mayBegin(client::close) ? client.play(sink) : new RtspOutcome.Stopped();
    return ended
            instanceof RtspOutcome.NotSecured(TlsFailure.NotVouchedFor(Fingerprint shown, var _))
        ? new OnvifOutcome.NotVouchedFor(shown)
        : ended;
  }

  private void tellOf(String other) {
    LOG.log(
        Level.INFO,
        "the camera at %s names its stream at %s, which is not called: it is played from the former"
            .formatted(service.host(), other));
  }

  /// False when it was closed meanwhile.
  private synchronized boolean mayBegin(Runnable ending) {
    hangUp = ending;
    return !closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    hangUp.run();
  }
}
