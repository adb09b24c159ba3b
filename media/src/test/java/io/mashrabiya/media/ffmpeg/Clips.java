package io.mashrabiya.media.ffmpeg;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/// Small video files, made by another FFmpeg from its test picture.
public final class Clips {
  private Clips() {}

  public static Path file(String name) {
    try {
      return Path.of(Optional.ofNullable(Clips.class.getResource(name)).orElseThrow().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
