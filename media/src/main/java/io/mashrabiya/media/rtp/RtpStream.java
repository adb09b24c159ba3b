package io.mashrabiya.media.rtp;

import io.mashrabiya.media.Track;
import java.util.List;

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
    return new RtpStream(
        Track.MAIN,
        payloadType,
        PICTURE_CLOCK_HZ,
        (counters, sink) -> {
          var depacketizer = new H264Depacketizer(counters, sink);
          parameterSets.forEach(depacketizer::parameterSet);
          return depacketizer;
        });
  }
}
