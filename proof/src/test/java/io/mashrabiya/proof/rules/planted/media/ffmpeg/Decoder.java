package io.mashrabiya.proof.rules.planted.media.ffmpeg;

/// What only a worker may touch.
public final class Decoder {
  public boolean decodes() {
    return true;
  }
}
