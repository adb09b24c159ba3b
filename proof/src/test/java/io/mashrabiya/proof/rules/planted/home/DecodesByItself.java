package io.mashrabiya.proof.rules.planted.home;

import io.mashrabiya.proof.rules.planted.media.ffmpeg.Decoder;

final class DecodesByItself {
  boolean look(Decoder decoder) {
    return decoder.decodes();
  }
}
