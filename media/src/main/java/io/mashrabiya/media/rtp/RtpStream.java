package io.mashrabiya.media.rtp;

import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.jpeg.JpegSize;
import java.util.List;
import java.util.Optional;

/// What a description says of one stream of RTP.
///
/// @param track what its frames belong to
/// @param payloadType the one that was announced, 0 to 127
/// @param clockRateHz how many units of its timestamps make a second
/// @param depacketizer makes what puts its frames together
public record RtpStream(
    Track track, int payloadType, int clockRateHz, Depacketizer.Maker depacketizer) {
  /// The clock rate of every picture format here (RFC 6184, RFC 7798, RFC 2435).
  public static final int PICTURE_CLOCK_HZ = 90_000;

  /// H.264 pictures.
  ///
  /// @param parameterSets those that came outside the stream (`sprop-parameter-sets`), as NAL units
  public static RtpStream h264(int payloadType, List<byte[]> parameterSets) {
    return pictures(
        PictureFormat.H264,
        payloadType,
        (counters, sink) -> {
          var depacketizer = new H264Depacketizer(counters, sink);
          parameterSets.forEach(depacketizer::parameterSet);
          return depacketizer;
        });
  }

  /// H.265 pictures.
  ///
  /// @param parameterSets those that came outside the stream (`sprop-vps`, `sprop-sps`,
  ///   `sprop-pps`), as NAL units
  public static RtpStream h265(int payloadType, List<byte[]> parameterSets) {
    return pictures(
        PictureFormat.H265,
        payloadType,
        (counters, sink) -> {
          var depacketizer = new H265Depacketizer(counters, sink);
          parameterSets.forEach(depacketizer::parameterSet);
          return depacketizer;
        });
  }

  /// JPEG pictures.
  ///
  /// @param size what the description says of pictures whose packets cannot, because they are
  ///   larger than 2040 pixels
  public static RtpStream jpeg(int payloadType, Optional<JpegSize> size) {
    return pictures(
        PictureFormat.JPEG,
        payloadType,
        (counters, sink) -> new JpegDepacketizer(size, counters, sink));
  }

  private static RtpStream pictures(
      PictureFormat format, int payloadType, Depacketizer.Maker depacketizer) {
    return new RtpStream(
        new Track(Track.PICTURE, format), payloadType, PICTURE_CLOCK_HZ, depacketizer);
  }
}
