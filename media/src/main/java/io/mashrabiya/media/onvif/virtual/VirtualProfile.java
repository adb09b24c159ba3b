package io.mashrabiya.media.onvif.virtual;

/// A profile that the virtual device offers.
///
/// @param reference its token
/// @param encoding as Media2 spells it: `H264`, `H265`, `JPEG`
/// @param uri where it says that the stream is
public record VirtualProfile(
    String reference,
    String name,
    String encoding,
    int width,
    int height,
    int framesPerSecond,
    int kilobitsPerSecond,
    int keyFrameInterval,
    String uri) {
  /// An H.264 stream of usual rate.
  public static VirtualProfile h264(String reference, int width, int height, String uri) {
    return new VirtualProfile(reference, reference, "H264", width, height, 15, 1024, 30, uri);
  }

  /// The same in another encoding.
  public VirtualProfile in(String other) {
    return new VirtualProfile(
        reference,
        name,
        other,
        width,
        height,
        framesPerSecond,
        kilobitsPerSecond,
        keyFrameInterval,
        uri);
  }
}
