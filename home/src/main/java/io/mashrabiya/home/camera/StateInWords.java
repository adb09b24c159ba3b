package io.mashrabiya.home.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.words.Sentence;

/// How a camera does, in one word for a person; in English it is the word of the formats.
public final class StateInWords {
  private StateInWords() {}

  public static Sentence of(CameraState state) {
    return switch (state) {
      case CONNECTING -> say("connecting");
      case LIVE -> say("live");
      case REFUSED -> say("refused");
      case UNREACHABLE -> say("unreachable");
      case SILENT -> say("silent");
      case UNSUPPORTED -> say("unsupported");
      case PRIVATE -> say("private");
    };
  }
}
