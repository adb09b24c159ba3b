package io.mashrabiya.app.doctor.browser;

import io.mashrabiya.app.doctor.Verdict;
import java.util.Locale;

/// What the viewer asks of a browser.
enum Ability {
  SECURE_CONTEXT("secureContext", "cryptography on this page", Need.ALL),
  ED25519("ed25519", "signatures (Ed25519)", Need.ALL),
  X25519("x25519", "key agreement (X25519)", Need.ALL),
  KEY_STORE("keyStore", "keys kept where no page can read them (IndexedDB)", Need.ALL),
  OFFSCREEN_CANVAS("offscreenCanvas", "painting by a worker (OffscreenCanvas)", Need.ALL),
  H264("h264", "pictures in H.264 (WebCodecs)", Need.ALL),
  H265("h265", "pictures in H.265 (WebCodecs)", Need.SOME_CAMERAS),
  AUDIO_WORKLET("audioWorklet", "playing sound (AudioWorklet)", Need.SOUND),
  AAC("aac", "sound in AAC (WebCodecs)", Need.SOUND),
  OPUS("opus", "sound in Opus (WebCodecs)", Need.SOUND);

  /// The oldest browsers in which everything is there.
  static final String FLOOR = "Chrome or Edge 137, Firefox 130, Safari 26, or newer ones";

  /// What it is needed for.
  private enum Need {
    ALL,
    SOUND,
    SOME_CAMERAS
  }

  private final String key;
  private final String words;
  private final Need need;

  Ability(String key, String words, Need need) {
    this.key = key;
    this.words = words;
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

  Verdict there() {
    return new Verdict.Ok("It has " + words + ".");
  }

  Verdict missing() {
    String found = "It lacks " + words;
    return switch (need) {
      case ALL -> new Verdict.Fault(found + ": no pictures.", remedy());
      case SOUND ->
          new Verdict.Advice(
              found + ": cameras with such sound are shown without it.", "Use " + FLOOR + ".");
      case SOME_CAMERAS ->
          new Verdict.Advice(found + ".", "Set cameras to H.264, which every browser shows.");
    };
  }

  private String remedy() {
    return this == KEY_STORE
        ? "Leave the private window, or allow this browser to keep data of sites. Else use "
            + FLOOR
            + "."
        : "Use "
            + FLOOR
            + ", and no mode that switches abilities off (lockdown mode, strict privacy extensions).";
  }
}
