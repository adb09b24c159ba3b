package io.mashrabiya.app.command.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.media.CameraClient;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Format;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.PlayOutcome;
import io.mashrabiya.media.rtsp.client.RtspSettings;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import io.mashrabiya.media.rtsp.client.SoundTrust;
import io.mashrabiya.media.source.CameraSource;
import io.mashrabiya.words.Sentence;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Plays a camera, as a home would, until its first picture. There is one try, so that a wrong
/// password locks no account.
sealed interface FirstLook {
  /// In words for a person.
  Sentence words();

  /// It showed a picture.
  ///
  /// @param after from the call on
  /// @param sound empty where none came for a moment after the picture
  record Seen(Format pictures, Optional<Format> sound, Duration after) implements FirstLook {
    private static final double MILLIS = 1_000;

    @Override
    public Sentence words() {
      return say(
          "It shows a picture after {0} s: {1}, {2}.",
          String.format(Locale.ROOT, "%.1f", after.toMillis() / MILLIS),
          pictures.words(),
          sound
              .map(format -> say("with sound ({0})", format.words()))
              .orElse(say("without sound")));
    }
  }

  /// It showed none.
  record Nothing(Sentence words) implements FirstLook {}

  /// Blocks until it is known, which takes a minute at most.
  static FirstLook at(CameraSettings camera) {
    return new Look(camera).take();
  }

  /// One try.
  final class Look {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOUND_BEHIND_PICTURE = Duration.ofSeconds(1);

    private final CaptureClock clock = CaptureClock.startingAt(InstantSource.system());
    private final long begunMicros = clock.nowMicros();
    private final CompletableFuture<FirstLook> picture = new CompletableFuture<>();
    private final CompletableFuture<Optional<Format>> sound = new CompletableFuture<>();
    private final CameraSource source;

    private Look(CameraSettings camera) {
      source =
          new CameraSource(
              camera.address(),
              camera.credentials(),
              RtspSettings.DEFAULT,
              clock,
              new SessionCounters(),
              new SoundTrust());
    }

    private FirstLook take() {
      try (CameraClient client = source.client()) {
        Thread.ofPlatform().daemon().name("first-look").start(() -> play(client));
        picture.completeOnTimeout(
            new Nothing(say("It sends something, and no whole picture within a minute.")),
            PATIENCE.toMillis(),
            TimeUnit.MILLISECONDS);
        return switch (picture.join()) {
          case Seen seen -> new Seen(seen.pictures(), heard(), seen.after());
          case Nothing nothing -> nothing;
        };
      }
    }

    private Optional<Format> heard() {
      return sound
          .completeOnTimeout(
              Optional.empty(), SOUND_BEHIND_PICTURE.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    }

    private void play(CameraClient client) {
      try {
        PlayOutcome outcome = client.play(this::accept);
        picture.complete(new Nothing(outcome.words()));
        sound.complete(Optional.empty());
      } catch (RuntimeException e) {
        picture.completeExceptionally(e);
        sound.completeExceptionally(e);
      }
    }

    private void accept(Frame frame) {
      Format format = frame.track().format();
      if (frame.track().isSound()) {
        sound.complete(Optional.of(format));
      } else {
        Duration after = Duration.of(clock.nowMicros() - begunMicros, ChronoUnit.MICROS);
        picture.complete(new Seen(format, Optional.empty(), after));
      }
    }
  }
}
