package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.jpeg.JpegSize;
import io.mashrabiya.media.rtp.RtpStream;
import io.mashrabiya.media.rtsp.client.OfferedStream.Candidate;
import io.mashrabiya.media.sdp.MediaDescription;
import io.mashrabiya.media.sdp.RtpEncoding;
import io.mashrabiya.media.sdp.SessionDescription;
import io.mashrabiya.media.socket.Printable;
import io.mashrabiya.words.Sentence;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the pictures among the media of a description: the stream that most viewers decode of
/// those in a format that is read here and wanted.
final class PictureOffer {
  private static final int MOST_PARAMETER_SETS = 32;
  private static final String REORDERING = "sprop-max-don-diff";
  private static final Pattern DIMENSIONS =
      Pattern.compile(" *([1-9][0-9]{0,3}) *, *([1-9][0-9]{0,3}) *");

  private PictureOffer() {}

  /// @param wanted the formats that count
  static Optional<OfferedStream> in(SessionDescription description, Set<PictureFormat> wanted) {
    return OfferedStream.candidates(description, "video")
        .flatMap(candidate ->
            stream(candidate).stream()
                .map(stream -> new OfferedStream(candidate.medium().attribute("control"), stream)))
        .filter(offered -> wanted.contains(offered.stream().track().format()))
        .min(Comparator.comparing(PictureOffer::rank));
  }

  /// What more viewers decode goes before.
  private static PictureFormat rank(OfferedStream offered) {
    return (PictureFormat) offered.stream().track().format();
  }

  /// The encodings of all media, to tell a person what there is instead.
  static List<Sentence> encodingsIn(SessionDescription description) {
    return description.media().stream().map(PictureOffer::encodingOf).distinct().toList();
  }

  private static Sentence encodingOf(MediaDescription medium) {
    String format = medium.formats().stream().findFirst().orElse("");
    String name =
        Printable.of(medium.encoding(format).map(RtpEncoding::name).orElse(medium.media()));
    return isReordered(medium.parameter(format, REORDERING))
        ? say("{0} out of order", name)
        : quoted(name);
  }

  private static Optional<RtpStream> stream(Candidate candidate) {
    int type = candidate.payloadType();
    return switch (candidate.encoding().name()) {
      case "H264" ->
          Optional.of(RtpStream.h264(type, parameterSets(candidate, "sprop-parameter-sets")));
      case "H265", "HEVC" ->
          isReordered(candidate.parameter(REORDERING))
              ? Optional.empty()
              : Optional.of(
                  RtpStream.h265(
                      type, parameterSets(candidate, "sprop-vps", "sprop-sps", "sprop-pps")));
      case "JPEG" -> Optional.of(RtpStream.jpeg(type, size(candidate)));
      default -> Optional.empty();
    };
  }

  /// Whether NAL units are sent in another order than they are decoded in, so that every packet has
  /// a field more (RFC 7798, section 7.1), which is not implemented. No camera is known to do it.
  private static boolean isReordered(Optional<String> mostDifference) {
    return mostDifference.filter(text -> !text.matches("0+")).isPresent();
  }

  /// The size of JPEG pictures, which their packets cannot say above 2040 pixels: the attribute
  /// that GStreamer writes, beside the header extension of others.
  private static Optional<JpegSize> size(Candidate candidate) {
    return candidate
        .medium()
        .attribute("x-dimensions")
        .map(DIMENSIONS::matcher)
        .filter(Matcher::matches)
        .map(
            size -> new JpegSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))));
  }

  private static List<byte[]> parameterSets(Candidate candidate, String... names) {
    return Arrays.stream(names)
        .flatMap(name -> parameterSets(candidate.parameter(name)).stream())
        .toList();
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
