package io.mashrabiya.app.doctor.browser;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.words.Sentence;
import java.util.Locale;

/// What the viewer asks of a browser.
enum Ability {
  SECURE_CONTEXT("secureContext", Need.ALL),
  ED25519("ed25519", Need.ALL),
  X25519("x25519", Need.ALL),
  KEY_STORE("keyStore", Need.ALL),
  OFFSCREEN_CANVAS("offscreenCanvas", Need.ALL),
  H264("h264", Need.ALL),
  H265("h265", Need.SOME_CAMERAS),
  AUDIO_WORKLET("audioWorklet", Need.SOUND),
  AAC("aac", Need.SOUND),
  OPUS("opus", Need.SOUND);

  /// The oldest browsers in which everything is there.
  static final Sentence FLOOR = say("Chrome or Edge 137, Firefox 130, Safari 26, or newer ones");

  /// What it is needed for.
  private enum Need {
    ALL,
    SOUND,
    SOME_CAMERAS
  }

  private final String key;
  private final Need need;

  Ability(String key, Need need) {
    this.key = key;
    this.need = need;
  }

  /// Its name in what the page tells.
  String key() {
    return key;
  }

  /// Its name as an examination.
  String examination() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What it is.
  Sentence words() {
    return switch (this) {
      case SECURE_CONTEXT -> say("cryptography on this page");
      case ED25519 -> say("signatures (Ed25519)");
      case X25519 -> say("key agreement (X25519)");
      case KEY_STORE -> say("keys kept where no page can read them (IndexedDB)");
      case OFFSCREEN_CANVAS -> say("painting by a worker (OffscreenCanvas)");
      case H264 -> say("pictures in H.264 (WebCodecs)");
      case H265 -> say("pictures in H.265 (WebCodecs)");
      case AUDIO_WORKLET -> say("playing sound (AudioWorklet)");
      case AAC -> say("sound in AAC (WebCodecs)");
      case OPUS -> say("sound in Opus (WebCodecs)");
    };
  }

  Verdict there() {
    return new Verdict.Ok(say("It has {0}.", words()));
  }

  Verdict missing() {
    return switch (need) {
      case ALL -> new Verdict.Fault(say("It lacks {0}: no pictures.", words()), remedy());
      case SOUND ->
          new Verdict.Advice(
              say("It lacks {0}: cameras with such sound are shown without it.", words()),
              say("Use {0}.", FLOOR));
      case SOME_CAMERAS ->
          new Verdict.Advice(
              say("It lacks {0}.", words()),
              say("Set cameras to H.264, which every browser shows."));
    };
  }

  private Sentence remedy() {
    return this == KEY_STORE
        ? say("Leave the private window, or allow this browser to keep data of sites.")
            .then("Else use {0}.", FLOOR)
        : say(
            "Use {0}, and no mode that switches abilities off (lockdown mode, strict privacy extensions).",
            FLOOR);
  }
}
