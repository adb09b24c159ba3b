package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.aac.AudioSpecificConfig;
import io.mashrabiya.media.aac.StreamMuxConfig;
import io.mashrabiya.media.rtp.AacDepacketizer;
import io.mashrabiya.media.rtp.AacHeaders;
import io.mashrabiya.media.rtp.LatmDepacketizer;
import io.mashrabiya.media.rtp.RtpStream;
import io.mashrabiya.media.rtsp.client.OfferedStream.Candidate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// Reads what a description says of AAC, in either of its two packetizations. Without a
/// configuration that can be read no decoder could begin, so that there is no offer.
final class AacOffer {
  private AacOffer() {}

  /// RFC 3640.
  static Optional<RtpStream> generic(Candidate candidate) {
    Optional<byte[]> config = candidate.parameter("config").flatMap(AacOffer::hex);
    Optional<AudioSpecificConfig> audio = config.flatMap(AudioSpecificConfig::read);
    Optional<AacHeaders> headers = headers(candidate);
    if (audio.isEmpty() || headers.isEmpty()) {
      return Optional.empty();
    }
    int clockRateHz = candidate.encoding().clockRateHz();
    int ticks = ticks(audio.get(), clockRateHz);
    return Optional.of(
        new RtpStream(
            track(audio.get(), config.get()),
            candidate.payloadType(),
            clockRateHz,
            (counters, sink) ->
                new AacDepacketizer(headers.get(), ticks, clockRateHz, counters, sink)));
  }

  /// RFC 6416, with the configuration in the description (`cpresent=0`).
  ///
  /// Leniency: a configuration without `cpresent` means the same, though the default is 1: in band
  /// it would have no use here.
  static Optional<RtpStream> latm(Candidate candidate) {
    boolean inBand = !candidate.parameter("cpresent").orElse("0").equals("0");
    Optional<StreamMuxConfig> config =
        candidate.parameter("config").flatMap(AacOffer::hex).flatMap(StreamMuxConfig::read);
    if (inBand || config.isEmpty()) {
      return Optional.empty();
    }
    AudioSpecificConfig audio = config.get().audio();
    int clockRateHz = candidate.encoding().clockRateHz();
    int ticks = ticks(audio, clockRateHz);
    int frames = config.get().frames();
    return Optional.of(
        new RtpStream(
            track(audio, config.get().specificConfig()),
            candidate.payloadType(),
            clockRateHz,
            (counters, sink) -> new LatmDepacketizer(frames, ticks, clockRateHz, counters, sink)));
  }

  private static Track track(AudioSpecificConfig audio, byte[] config) {
    return Track.sound(
        new SoundFormat(SoundCodec.AAC, audio.sampleRateHz(), audio.channels(), config));
  }

  /// With SBR the clock may count the doubled rate.
  private static int ticks(AudioSpecificConfig audio, int clockRateHz) {
    return (int) ((long) audio.samplesPerFrame() * clockRateHz / audio.sampleRateHz());
  }

  /// Leniency: without the lengths of a mode, `AAC-hbr` is assumed, which nearly every camera
  /// means.
  private static Optional<AacHeaders> headers(Candidate candidate) {
    String mode = candidate.parameter("mode").orElse("AAC-hbr").toUpperCase(Locale.ROOT);
    AacHeaders known = mode.equals("AAC-LBR") ? AacHeaders.LOW_BIT_RATE : AacHeaders.HIGH_BIT_RATE;
    boolean others =
        number(candidate, "ctsdeltalength", 0)
                + number(candidate, "dtsdeltalength", 0)
                + number(candidate, "randomaccessindication", 0)
                + number(candidate, "streamstateindication", 0)
            > 0;
    int constantSize = number(candidate, "constantsize", 0);
    try {
      return others
          ? Optional.empty()
          : Optional.of(
              new AacHeaders(
                  number(candidate, "sizelength", constantSize > 0 ? 0 : known.size()),
                  number(candidate, "indexlength", known.index()),
                  number(candidate, "indexdeltalength", known.indexDelta()),
                  constantSize,
                  number(candidate, "auxiliarydatasizelength", 0)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int number(Candidate candidate, String parameter, int otherwise) {
    return candidate
        .parameter(parameter)
        .filter(value -> value.matches("[0-9]{1,5}"))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }

  private static Optional<byte[]> hex(String text) {
    boolean sane =
        text.matches("([0-9A-Fa-f]{2})+")
            && text.length() <= 2 * SoundFormat.MOST_CONFIGURATION_BYTES;
    return sane ? Optional.of(HexFormat.of().parseHex(text)) : Optional.empty();
  }
}
