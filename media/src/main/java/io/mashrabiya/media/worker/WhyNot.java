package io.mashrabiya.media.worker;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.Sentence;

/// Why nothing was made.
public enum WhyNot {
  DOES_NOT_DECODE,
  NO_MEMORY,
  TOO_LATE,
  DECODER_DIED,
  FAULT,
  RESTING,
  BUSY,
  NO_DECODER,
  CLOSED;

  /// For people, without a full stop.
  public Sentence words() {
    return switch (this) {
      case DOES_NOT_DECODE -> say("the picture does not decode");
      case NO_MEMORY -> say("the picture wants more memory than decoding may take");
      case TOO_LATE -> say("decoding the picture took too long");
      case DECODER_DIED -> say("the decoder died while it worked on the picture");
      case FAULT -> say("the decoder refused what should always work");
      case RESTING ->
          say("the camera's pictures killed the decoder before; it is tried again later");
      case BUSY -> say("other pictures were before it for too long; try again");
      case NO_DECODER -> say("the decoder does not start; it is tried again later");
      case CLOSED -> say("the home is ending");
    };
  }
}
