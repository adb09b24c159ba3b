package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.rtp.RtpStream;
import io.mashrabiya.media.rtsp.client.OfferedStream.Candidate;
import io.mashrabiya.media.sdp.MediaDescription;
import io.mashrabiya.media.sdp.RtpEncoding;
import io.mashrabiya.media.sdp.SessionDescription;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Finds the pictures among the media of a description: the first stream in a format that is read
/// here.
final class PictureOffer {
  private static final int MOST_PARAMETER_SETS = 32;

  private PictureOffer() {}

  static Optional<OfferedStream> in(SessionDescription description) {
    return OfferedStream.candidates(description, "video")
        .flatMap(candidate ->
            stream(candidate).stream()
                .map(stream -> new OfferedStream(candidate.medium().attribute("control"), stream)))
        .findFirst();
  }

  /// The encodings of all media, to tell a person what there is instead.
  static List<String> encodingsIn(SessionDescription description) {
    return description.media().stream()
        .map(PictureOffer::encodingOf)
        .map(Printable::of)
        .distinct()
        .toList();
  }

  private static String encodingOf(MediaDescription medium) {
    return medium.formats().stream()
        .findFirst()
        .flatMap(medium::encoding)
        .map(RtpEncoding::name)
        .orElse(medium.media());
  }

  private static Optional<RtpStream> stream(Candidate candidate) {
    return switch (candidate.encoding().name()) {
      case "H264" ->
          Optional.of(
              RtpStream.h264(
                  candidate.payloadType(),
                  parameterSets(candidate.parameter("sprop-parameter-sets"))));
      default -> Optional.empty();
    };
  }

  private static List<byte[]> parameterSets(Optional<String> sprop) {
    return Arrays.stream(sprop.orElse("").split(",", MOST_PARAMETER_SETS))
        .map(PictureOffer::parameterSet)
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
