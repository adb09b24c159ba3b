package io.mashrabiya.media.worker;

/// Why nothing was made.
public enum WhyNot {
  DOES_NOT_DECODE("the picture does not decode"),
  NO_MEMORY("the picture wants more memory than decoding may take"),
  TOO_LATE("decoding the picture took too long"),
  DECODER_DIED("the decoder died while it worked on the picture"),
  FAULT("the decoder refused what should always work"),
  RESTING("the camera's pictures killed the decoder before; it is tried again later"),
  BUSY("other pictures were before it for too long; try again"),
  NO_DECODER("the decoder does not start; it is tried again later"),
  CLOSED("the home is ending");

  private final String words;

  WhyNot(String words) {
    this.words = words;
  }

  /// For people, without a full stop.
  public String words() {
    return words;
  }
}
