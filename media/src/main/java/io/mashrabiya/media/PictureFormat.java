package io.mashrabiya.media;

/// How pictures are encoded.
public enum PictureFormat implements Format {
  /// H.264 (ITU-T H.264, ISO/IEC 14496-10): one access unit in Annex B byte stream format, each NAL
  /// unit behind a start code. A key frame begins with the sequence and picture parameter sets that
  /// it needs.
  H264
}
