package io.mashrabiya.media.rtsp.server;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.h264.ParameterSets;
import io.mashrabiya.media.h265.ProfileTierLevel;
import io.mashrabiya.media.h265.SequenceParameterSet;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Writes the format parameters of pictures, with their parameter sets where a key frame has shown
/// them already (H.264: RFC 6184, section 8.2.1; H.265: RFC 7798, section 7.2).
final class PictureParameters {
  private PictureParameters() {}

  static String h264(Optional<Frame> keyFrame) {
    String mode = "packetization-mode=1";
    ParameterSets sets =
        keyFrame.map(frame -> ParameterSets.in(frame.payload())).orElseGet(ParameterSets::new);
    Optional<byte[]> sequence = sets.firstSequence().filter(set -> set.length >= 4);
    Optional<byte[]> picture = sets.firstPicture();
    if (sequence.isEmpty() || picture.isEmpty()) {
      return mode;
    }
    return mode
        + ";profile-level-id="
        + HexFormat.of().formatHex(sequence.get(), 1, 4)
        + ";sprop-parameter-sets="
        + base64(sequence.get())
        + ","
        + base64(picture.get());
  }

  /// Nothing where no key frame has shown whole sets yet.
  static Optional<String> h265(Optional<Frame> keyFrame) {
    return keyFrame
        .map(frame -> io.mashrabiya.media.h265.ParameterSets.in(frame.payload()))
        .filter(io.mashrabiya.media.h265.ParameterSets::complete)
        .map(sets ->
            "sprop-vps="
                + sets.firstVideo().map(PictureParameters::base64).orElseThrow()
                + ";sprop-sps="
                + sets.firstSequence().map(PictureParameters::base64).orElseThrow()
                + ";sprop-pps="
                + sets.firstPicture().map(PictureParameters::base64).orElseThrow()
                + keyFrame
                    .flatMap(SequenceParameterSet::ofKeyFrame)
                    .map(SequenceParameterSet::profile)
                    .map(PictureParameters::profile)
                    .orElse(""));
  }

  private static String profile(ProfileTierLevel profile) {
    return ";profile-space=%d;profile-id=%d;tier-flag=%d;level-id=%d;interop-constraints=%s"
        .formatted(
            profile.space(),
            profile.profileIdc(),
            profile.highTier() ? 1 : 0,
            profile.levelIdc(),
            profile.interopConstraints());
  }

  private static String base64(byte[] set) {
    return Base64.getEncoder().encodeToString(set);
  }
}
