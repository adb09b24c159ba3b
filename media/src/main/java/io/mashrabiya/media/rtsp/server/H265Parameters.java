package io.mashrabiya.media.rtsp.server;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.h265.ParameterSets;
import io.mashrabiya.media.h265.ProfileTierLevel;
import io.mashrabiya.media.h265.SequenceParameterSet;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// Writes the format parameters of H.265 (RFC 7798, section 7.1): the parameter sets and the
/// profile that a key frame has shown; nothing before one has.
final class H265Parameters {
  private H265Parameters() {}

  static Optional<String> of(Optional<Frame> keyFrame) {
    return keyFrame
        .map(frame -> ParameterSets.in(frame.payload()))
        .filter(ParameterSets::complete)
        .map(sets -> sets(sets) + profile(keyFrame));
  }

  private static String sets(ParameterSets sets) {
    return "sprop-vps="
        + base64(sets.firstVideo())
        + ";sprop-sps="
        + base64(sets.firstSequence())
        + ";sprop-pps="
        + base64(sets.firstPicture());
  }

  private static String base64(Optional<byte[]> set) {
    return Base64.getEncoder().encodeToString(set.orElseThrow());
  }

  private static String profile(Optional<Frame> keyFrame) {
    return keyFrame
        .flatMap(SequenceParameterSet::ofKeyFrame)
        .map(SequenceParameterSet::profile)
        .map(H265Parameters::profile)
        .orElse("");
  }

  private static String profile(ProfileTierLevel profile) {
    return String.format(
        Locale.ROOT,
        ";profile-space=%d;profile-id=%d;tier-flag=%d;level-id=%d;interop-constraints=%s",
        profile.space(),
        profile.profileIdc(),
        profile.highTier() ? 1 : 0,
        profile.levelIdc(),
        profile.interopConstraints());
  }
}
