package io.mashrabiya.media;

/// How a camera encodes pictures that native code can decode.
public enum PictureCodec {
  /// ITU-T H.264, access units in Annex B byte stream format.
  H264,
  /// ITU-T H.265, access units in Annex B byte stream format.
  H265,
  /// Motion JPEG: each picture a JPEG file (ITU-T T.81) of its own.
  MJPEG
}
