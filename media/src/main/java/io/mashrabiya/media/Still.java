package io.mashrabiya.media;

/// One picture as a file's bytes.
///
/// @param width in pixels
/// @param height in pixels
/// @param bytes the file itself, not a copy: read it, never write to it
public record Still(Format format, int width, int height, byte[] bytes) {
  /// The file formats that a still can have.
  public enum Format {
    /// Made in a few milliseconds.
    JPEG,
    /// A third smaller at the same look, five times the work.
    WEBP
  }

  /// Whether a still keeps its colours.
  public enum Tone {
    COLOUR,
    /// Brightness alone; the file is one of a colour picture that shows none.
    GREY
  }

  /// Says which still this is, without any of its picture.
  @Override
  public String toString() {
    return "Still[%s, %dx%d, %d bytes]".formatted(format, width, height, bytes.length);
  }
}
