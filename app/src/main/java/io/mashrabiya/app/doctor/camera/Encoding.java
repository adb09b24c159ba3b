package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.h264.SequenceParameterSet;
import io.mashrabiya.media.jpeg.JpegFile;
import io.mashrabiya.media.jpeg.JpegSize;
import java.util.Optional;

/// How a camera's pictures are encoded, as a key frame says it of itself.
sealed interface Encoding {
  /// H.264, and what its sequence parameter set says.
  record H264(SequenceParameterSet set) implements Encoding {}

  /// H.265, and what its sequence parameter set says.
  record H265(io.mashrabiya.media.h265.SequenceParameterSet set) implements Encoding {}

  /// JPEG.
  record Jpeg(JpegSize frame) implements Encoding {}

  /// What it says of itself cannot be read.
  record Unread(PictureFormat format) implements Encoding {}

  /// Reads it.
  ///
  /// @throws IllegalArgumentException if the frame is sound
  static Encoding of(Frame key) {
    return switch (key.track().format()) {
      case PictureFormat format -> read(format, key).orElseGet(() -> new Unread(format));
      case SoundFormat sound -> throw new IllegalArgumentException("no picture is " + sound);
    };
  }

  private static Optional<Encoding> read(PictureFormat format, Frame key) {
    return switch (format) {
      case H264 -> SequenceParameterSet.ofKeyFrame(key).map(H264::new);
      case H265 -> io.mashrabiya.media.h265.SequenceParameterSet.ofKeyFrame(key).map(H265::new);
      case JPEG -> JpegFile.size(key.payload()).map(Jpeg::new);
    };
  }

  /// How people write the size of its pictures, such as `640x360`; empty where it is not known.
  default String size() {
    return switch (this) {
      case H264(var set) -> set.width() + "x" + set.height();
      case H265(var set) -> set.width() + "x" + set.height();
      case Jpeg(var frame) -> frame.width() + "x" + frame.height();
      case Unread _ -> "";
    };
  }

  /// How many pictures a decoder has to hold back, as the stream announces it.
  default int heldBack() {
    return switch (this) {
      case H264(var set) -> set.maxReorderFrames().orElse(0);
      case H265(var set) -> set.maxReorderPictures().orElse(0);
      case Jpeg _, Unread _ -> 0;
    };
  }
}
