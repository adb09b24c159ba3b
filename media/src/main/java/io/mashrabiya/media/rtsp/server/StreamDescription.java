package io.mashrabiya.media.rtsp.server;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.Track;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes the session description of a mount (RFC 8866; parameters of AAC as of RFC 3640, section
/// 4.1, of Opus as of RFC 7587, section 7, of pictures by [H264Parameters] and [H265Parameters]).
final class StreamDescription {
  private static final String CONTROL = "trackID=";

  private StreamDescription() {}

  /// Describes a stream; with its parameter sets where a key frame has shown them already.
  static String of(List<Track> tracks, Optional<Frame> keyFrame) {
    Stream<String> session =
        Stream.of(
            "v=0",
            "o=- 0 0 IN IP4 0.0.0.0",
            "s=Mashrabiya",
            "c=IN IP4 0.0.0.0",
            "t=0 0",
            "a=control:*",
            "a=range:npt=now-");
    Stream<String> media = tracks.stream().flatMap(track -> medium(track, keyFrame));
    return String.join("\r\n", Stream.concat(session, media).toList()) + "\r\n";
  }

  /// Which track a URL names at its end, if it names one.
  static Optional<Integer> trackIn(String path) {
    int at = path.lastIndexOf(CONTROL);
    String number = at < 0 ? "" : path.substring(at + CONTROL.length());
    return number.matches("[0-9]") ? Optional.of(Integer.parseInt(number)) : Optional.empty();
  }

  /// A path without the track's own part.
  static String withoutTrack(String path) {
    return path.replaceFirst("/?" + CONTROL + "[0-9]$", "");
  }

  private static Stream<String> medium(Track track, Optional<Frame> keyFrame) {
    RtpMapping mapping = RtpMapping.of(track);
    int type = mapping.payloadType();
    String media = track.isSound() ? "audio" : "video";
    return Stream.of(
            Optional.of("m=" + media + " 0 RTP/AVP " + type),
            Optional.of("a=rtpmap:" + type + " " + mapping.encoding()),
            parameters(track, keyFrame).map(text -> "a=fmtp:" + type + " " + text),
            Optional.of("a=control:" + CONTROL + track.number()))
        .flatMap(Optional::stream);
  }

  private static Optional<String> parameters(Track track, Optional<Frame> keyFrame) {
    return switch (track.format()) {
      case PictureFormat.H264 -> Optional.of(H264Parameters.of(keyFrame));
      case PictureFormat.H265 -> H265Parameters.of(keyFrame);
      case PictureFormat.JPEG -> Optional.empty();
      case SoundFormat sound ->
          switch (sound.codec()) {
            case OPUS -> Optional.of("sprop-stereo=" + (sound.channels() > 1 ? 1 : 0));
            case AAC ->
                Optional.of(
                    "streamtype=5;profile-level-id=1;mode=AAC-hbr;sizelength=13;indexlength=3;"
                        + "indexdeltalength=3;config="
                        + HexFormat.of().formatHex(sound.configuration()));
            case PCMU, PCMA -> Optional.empty();
          };
    };
  }
}
