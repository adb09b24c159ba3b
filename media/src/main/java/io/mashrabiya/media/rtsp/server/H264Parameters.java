package io.mashrabiya.media.rtsp.server;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.h264.ParameterSets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Writes the format parameters of H.264 (RFC 6184, section 8.2.1), with the parameter sets where a
/// key frame has shown them already.
final class H264Parameters {
  private static final String MODE = "packetization-mode=1";

  private H264Parameters() {}

  static String of(Optional<Frame> keyFrame) {
    ParameterSets sets =
        keyFrame.map(frame -> ParameterSets.in(frame.payload())).orElseGet(ParameterSets::new);
    Optional<byte[]> sequence = sets.firstSequence().filter(set -> set.length >= 4);
    Optional<byte[]> picture = sets.firstPicture();
    if (sequence.isEmpty() || picture.isEmpty()) {
      return MODE;
    }
    Base64.Encoder base64 = Base64.getEncoder();
    return MODE
        + ";profile-level-id="
        + HexFormat.of().formatHex(sequence.get(), 1, 4)
        + ";sprop-parameter-sets="
        + base64.encodeToString(sequence.get())
        + ","
        + base64.encodeToString(picture.get());
  }
}
