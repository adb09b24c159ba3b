package io.mashrabiya.media.onvif.stream;

import java.util.Locale;

/// How a profile's pictures are encoded (ONVIF Media: `VideoEncoding`; Media2: media types of RFC
/// 4855).
public enum VideoCodec {
  H264,
  H265,
  JPEG,
  MPEG4,
  /// Something newer, or a word that nobody knows.
  OTHER;

  /// Leniency: words in any case, with dots and dashes, and the older names `HEVC` and `AVC`.
  static VideoCodec named(String word) {
    return switch (word.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "")) {
      case "H264", "AVC" -> H264;
      case "H265", "HEVC" -> H265;
      case "JPEG", "MJPEG" -> JPEG;
      case "MPEG4", "MPV4ES" -> MPEG4;
      default -> OTHER;
    };
  }
}
