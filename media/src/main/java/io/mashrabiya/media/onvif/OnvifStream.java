package io.mashrabiya.media.onvif;

import io.mashrabiya.media.onvif.stream.MediaProfile;
import io.mashrabiya.media.onvif.stream.VideoCodec;
import io.mashrabiya.media.rtsp.RtspAddress;
import java.util.Comparator;
import java.util.Optional;

/// A profile and where it is played.
///
/// @param address without user name and password, on the host that was asked
/// @param otherHost the host that the camera named instead, which is never called; fit for a log
public record OnvifStream(MediaProfile profile, RtspAddress address, Optional<String> otherHost) {
  /// Playable before unplayable, then larger before smaller, H.264 before H.265 of the same size
  /// because every browser shows it, then more frames and bits before fewer.
  static final Comparator<OnvifStream> BEST_FIRST =
      Comparator.comparing((OnvifStream stream) -> !stream.isPlayable())
          .thenComparingLong(stream -> -stream.profile.pixels())
          .thenComparing(stream -> stream.profile.codec())
          .thenComparingDouble(stream -> -stream.profile.framesPerSecond())
          .thenComparingInt(stream -> -stream.profile.kilobitsPerSecond());

  private static final int LEAST_WIDTH = 160;
  private static final int LEAST_HEIGHT = 90;

  /// Whether it is of a codec that can become a camera's main stream.
  public boolean isPlayable() {
    return profile.codec() == VideoCodec.H264 || profile.codec() == VideoCodec.H265;
  }

  /// Whether one can recognise something in it, in any browser.
  boolean isUsableAsSub() {
    return profile.codec() == VideoCodec.H264
        && profile.width() >= LEAST_WIDTH
        && profile.height() >= LEAST_HEIGHT;
  }
}
