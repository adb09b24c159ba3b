package io.mashrabiya.media.ffmpeg;

import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// One picture as a file's bytes.
public final class Still {
  /// The file formats that a still can have.
  public enum Format {
    /// Made in a few milliseconds.
    JPEG,
    /// A third smaller at the same look, five times the work.
    WEBP
  }

  private final Format format;
  private final int width;
  private final int height;
  private final byte[] bytes;

  Still(Format format, int width, int height, byte[] bytes) {
    this.format = format;
    this.width = width;
    this.height = height;
    this.bytes = bytes;
  }

  /// Makes a still of a camera's key frame. Blocks for as long as decoding takes: some 10 ms for
  /// 640x360, 30 ms for 1080p.
  ///
  /// Any bytes are safe to give as far as FFmpeg's decoder is: it runs in this process.
  ///
  /// @param keyFrame one H.264 access unit in Annex B with its parameter sets
  /// @param mostWidth the still's width in pixels, unless the picture is narrower; its height
  ///   follows
  /// @return the still, or nothing if the frame does not decode without an error
  public static Optional<Still> of(byte[] keyFrame, Format format, int mostWidth) {
    if (mostWidth < 2) {
      throw new IllegalArgumentException("a still cannot be " + mostWidth + " pixels wide");
    }
    if (keyFrame.length == 0) {
      return Optional.empty(); // which FFmpeg would take as the end of the stream
    }
    try (H264Decoder decoder = H264Decoder.open()) {
      return decoder.decode(keyFrame).map(picture -> encode(picture, format, mostWidth));
    }
  }

  private static Still encode(AVFrame picture, Format format, int mostWidth) {
    int width = Math.max(2, Math.min(mostWidth, picture.width()));
    long scaled = Math.round((double) picture.height() * width / picture.width());
    int height = (int) Math.max(2, scaled);
    try (StillEncoder encoder = StillEncoder.open(format, width, height)) {
      return new Still(format, width, height, encoder.encode(picture));
    }
  }

  public Format format() {
    return format;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// The file itself, not a copy.
  public byte[] bytes() {
    return bytes;
  }
}
