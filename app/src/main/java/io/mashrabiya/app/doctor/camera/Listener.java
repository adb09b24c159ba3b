package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.media.CameraClient;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.PlayOutcome;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.rtsp.client.RtspSettings;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import io.mashrabiya.media.rtsp.client.SoundTrust;
import io.mashrabiya.media.source.CameraAddress;
import io.mashrabiya.media.source.CameraSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Plays a camera once for a while, with the client that a home uses. There is one try, so that a
/// wrong password locks no account.
final class Listener implements FrameSink {
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  /// More than an honest camera takes from the call to the first that it sends.
  private static final Duration LONGEST_BEGIN = Duration.ofSeconds(60);

  private final PictureTally pictures = new PictureTally();
  private final SessionCounters counters = new SessionCounters();
  private final CaptureClock clock;
  private Optional<SoundFormat> sound = Optional.empty();

  private Listener(CaptureClock clock) {
    this.clock = clock;
  }

  /// Blocks for that long from when the camera begins to send, or until the camera ends it.
  static Heard listen(
      CameraAddress address,
      Optional<Credentials> credentials,
      Duration howLong,
      CaptureClock clock)
      throws InterruptedException {
    return new Listener(clock).play(address, credentials, howLong);
  }

  private Heard play(CameraAddress address, Optional<Credentials> credentials, Duration howLong)
      throws InterruptedException {
    var source =
        new CameraSource(
            address, credentials, settings(howLong), clock, counters, new SoundTrust());
    try (CameraClient client = source.client()) {
      var ended = new CompletableFuture<PlayOutcome>();
      Thread.ofPlatform()
          .name("doctor-listens")
          .daemon()
          .start(() -> {
            try {
              ended.complete(client.play(this));
            } catch (RuntimeException e) {
              ended.completeExceptionally(e);
            }
          });
      return await(client, ended, howLong);
    }
  }

  private Heard await(CameraClient client, CompletableFuture<PlayOutcome> ended, Duration howLong)
      throws InterruptedException {
    long begunMicros = clock.nowMicros();
    long firstMicros = -1;
    while (true) {
      try {
        PlayOutcome outcome = ended.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return new Heard(outcome, pictures, sound, counters, since(firstMicros));
      } catch (TimeoutException e) {
        if (firstMicros < 0 && Heard.hasBegun(counters)) {
          firstMicros = clock.nowMicros();
        }
        if (since(firstMicros).compareTo(howLong) >= 0
            || since(begunMicros).compareTo(howLong.plus(LONGEST_BEGIN)) >= 0) {
          client.close();
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("playing a camera failed", e);
      }
    }
  }

  private Duration since(long micros) {
    return micros < 0 ? Duration.ZERO : Duration.ofNanos((clock.nowMicros() - micros) * 1_000);
  }

  /// A camera without a key frame is listened to until the time is over.
  private static RtspSettings settings(Duration howLong) {
    RtspSettings usual = RtspSettings.DEFAULT;
    return new RtspSettings(
        usual.connect(),
        usual.reply(),
        usual.silence(),
        howLong.plus(usual.frame()),
        usual.userAgent());
  }

  @Override
  public void accept(Frame frame) {
    if (frame.track().format() instanceof SoundFormat format) {
      sound = Optional.of(format);
    } else {
      pictures.count(frame, clock.nowMicros());
    }
  }
}
