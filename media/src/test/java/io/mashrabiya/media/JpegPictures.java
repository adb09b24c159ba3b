package io.mashrabiya.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// JPEG files that FFmpeg and GStreamer made of their test pictures.
public final class JpegPictures {
  private static final Track TRACK = new Track(Track.PICTURE, PictureFormat.JPEG);

  private JpegPictures() {}

  public static byte[] file(String name) {
    try (InputStream in = JpegPictures.class.getResourceAsStream("jpeg/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A frame of that file.
  public static Frame frame(int number, String name) {
    return new Frame(TRACK, 1_000_000_000_000L + number * 100_000L, true, file(name));
  }
}
