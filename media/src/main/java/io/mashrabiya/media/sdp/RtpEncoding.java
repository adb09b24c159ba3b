package io.mashrabiya.media.sdp;

import java.util.Locale;
import java.util.Optional;

/// How the payload of an RTP stream is encoded: the value of an `rtpmap` (RFC 8866, section 6.6).
///
/// @param name in upper case, such as `H264`
/// @param clockRateHz how many units of the timestamps make a second, 1 to 1,000,000
/// @param channels of sound, 1 to 8; 1 where nothing is said
public record RtpEncoding(String name, int clockRateHz, int channels) {
  private static final int PICTURE_CLOCK_HZ = 90_000;
  private static final int MOST_CLOCK_HZ = 1_000_000;
  private static final int MOST_CHANNELS = 8;

  /// Reads one; empty where there is no name.
  ///
  /// Leniencies: a rate that is missing or none counts as that of pictures, channels that are none
  /// as one.
  static Optional<RtpEncoding> read(String rtpmap) {
    String[] parts = rtpmap.split("/", 3);
    String name = parts[0].strip().toUpperCase(Locale.ROOT);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    int rate = number(parts, 1, MOST_CLOCK_HZ, PICTURE_CLOCK_HZ);
    return Optional.of(new RtpEncoding(name, rate, number(parts, 2, MOST_CHANNELS, 1)));
  }

  /// Of those payload types that have always meant the same (RFC 3551, section 6).
  static Optional<RtpEncoding> assigned(String format) {
    return switch (format) {
      case "0" -> Optional.of(new RtpEncoding("PCMU", 8_000, 1));
      case "2" -> Optional.of(new RtpEncoding("G726-32", 8_000, 1));
      case "8" -> Optional.of(new RtpEncoding("PCMA", 8_000, 1));
      case "26" -> Optional.of(new RtpEncoding("JPEG", PICTURE_CLOCK_HZ, 1));
      default -> Optional.empty();
    };
  }

  private static int number(String[] parts, int at, int most, int otherwise) {
    String text = at < parts.length ? parts[at].strip() : "";
    boolean sane = text.matches("0*[1-9][0-9]{0,6}") && Integer.parseInt(text) <= most;
    return sane ? Integer.parseInt(text) : otherwise;
  }
}
