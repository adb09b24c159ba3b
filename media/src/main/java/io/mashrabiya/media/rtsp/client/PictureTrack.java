package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.sdp.MediaDescription;
import io.mashrabiya.media.sdp.SessionDescription;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The H.264 pictures among the media of a description.
///
/// @param control the value of its `a=control`
/// @param payloadType 0 to 127
/// @param parameterSets those in `sprop-parameter-sets`, as NAL units
record PictureTrack(Optional<String> control, int payloadType, List<byte[]> parameterSets) {
  private static final int MOST_PARAMETER_SETS = 32;

  /// The first one there is.
  static Optional<PictureTrack> in(SessionDescription description) {
    for (MediaDescription medium : description.media()) {
      for (String format : medium.formats()) {
        if (medium.media().equals("video") && isH264(medium, format)) {
          return Optional.of(
              new PictureTrack(
                  medium.attribute("control"),
                  Integer.parseInt(format),
                  parameterSets(medium.parameter(format, "sprop-parameter-sets"))));
        }
      }
    }
    return Optional.empty();
  }

  /// The encodings of all media, to tell a person what there is instead.
  static List<String> encodingsIn(SessionDescription description) {
    return description.media().stream()
        .map(medium ->
            medium.formats().stream().findFirst().flatMap(medium::encoding).orElse(medium.media()))
        .map(Printable::of)
        .distinct()
        .toList();
  }

  private static boolean isH264(MediaDescription medium, String format) {
    return format.matches("[0-9]{1,3}")
        && Integer.parseInt(format) <= 127
        && medium.encoding(format).filter("H264"::equals).isPresent();
  }

  private static List<byte[]> parameterSets(Optional<String> sprop) {
    return Arrays.stream(sprop.orElse("").split(",", MOST_PARAMETER_SETS))
        .map(PictureTrack::parameterSet)
        .flatMap(Optional::stream)
        .toList();
  }

  /// Leniency: a set that is no Base64 is left out; the stream itself may still bring it.
  private static Optional<byte[]> parameterSet(String base64) {
    try {
      return Optional.of(Base64.getMimeDecoder().decode(base64)).filter(set -> set.length > 0);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
