package io.mashrabiya.media.rtsp.server;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.h264.AnnexB;
import io.mashrabiya.media.h264.ParameterSets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Writes the session description of a mount (RFC 8866; H.264 parameters as of RFC 6184, section
/// 8.2.1).
final class StreamDescription {
  static final int PAYLOAD_TYPE = 96;
  static final String CONTROL = "trackID=0";

  private StreamDescription() {}

  /// Describes a stream; with its parameter sets where a key frame has shown them already.
  static String of(Optional<Frame> keyFrame) {
    ParameterSets sets =
        keyFrame.map(frame -> AnnexB.parameterSets(frame.payload())).orElseGet(ParameterSets::new);
    return String.join(
        "\r\n",
        "v=0",
        "o=- 0 0 IN IP4 0.0.0.0",
        "s=Mashrabiya",
        "c=IN IP4 0.0.0.0",
        "t=0 0",
        "a=control:*",
        "a=range:npt=now-",
        "m=video 0 RTP/AVP " + PAYLOAD_TYPE,
        "a=rtpmap:" + PAYLOAD_TYPE + " H264/90000",
        "a=fmtp:" + PAYLOAD_TYPE + " packetization-mode=1" + parameters(sets),
        "a=control:" + CONTROL,
        "");
  }

  private static String parameters(ParameterSets sets) {
    Optional<byte[]> sequence = sets.firstSequence().filter(set -> set.length >= 4);
    Optional<byte[]> picture = sets.firstPicture();
    if (sequence.isEmpty() || picture.isEmpty()) {
      return "";
    }
    Base64.Encoder base64 = Base64.getEncoder();
    return ";profile-level-id="
        + HexFormat.of().formatHex(sequence.get(), 1, 4)
        + ";sprop-parameter-sets="
        + base64.encodeToString(sequence.get())
        + ","
        + base64.encodeToString(picture.get());
  }
}
