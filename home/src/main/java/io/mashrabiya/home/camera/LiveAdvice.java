package io.mashrabiya.home.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.Frame;
import io.mashrabiya.words.Sentence;
import java.time.Duration;

/// What a camera that plays could do better, in words for the person who set it up. Pure; of the
/// thread that reads the camera, anew for each time that it plays.
final class LiveAdvice {
  /// Whoever begins to look waits for a key frame, so much at the worst.
  static final Duration LONGEST_KEY_INTERVAL = Duration.ofSeconds(10);

  private static final long LONGEST_KEY_INTERVAL_MICROS = LONGEST_KEY_INTERVAL.toMillis() * 1_000;
  private static final Sentence KEYS_TOO_RARE =
      say("The camera sends key frames more than 10 seconds apart, so that its pictures begin late.")
          .then("Set its key-frame interval (I-frame interval, GOP) to 2 seconds.");
  private static final Sentence WITHOUT_SOUND =
      say("The camera ends its sessions when its sound is asked for, so it plays without.")
          .then(
              "Choose another audio encoding in its settings, or switch its sound off there, and"
                  + " start the home again.");

  private Sentence words;
  private long keyMicros;
  private boolean keysTooRare;

  /// @param withoutSound whether the camera plays only without its sound
  LiveAdvice(boolean withoutSound) {
    words = withoutSound ? WITHOUT_SOUND : Sentence.NOTHING;
  }

  /// Looks at the next picture; the first is a key frame. Only one that is no key frame tells:
  /// after a fault there is none before the next key frame, and that gap is none of the camera's
  /// settings.
  void saw(Frame picture) {
    if (picture.key()) {
      keyMicros = picture.captureTimeMicros();
    } else if (!keysTooRare
        && picture.captureTimeMicros() - keyMicros > LONGEST_KEY_INTERVAL_MICROS) {
      keysTooRare = true;
      words = words.then(KEYS_TOO_RARE);
    }
  }

  /// All of it; empty where there is nothing to say.
  Sentence words() {
    return words;
  }
}
