package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.g726.G726Rate;
import io.mashrabiya.media.rtp.G726Depacketizer;
import io.mashrabiya.media.rtp.RtpStream;
import io.mashrabiya.media.rtp.WholePacketDepacketizer;
import io.mashrabiya.media.rtsp.client.OfferedStream.Candidate;
import io.mashrabiya.media.sdp.RtpEncoding;
import io.mashrabiya.media.sdp.SessionDescription;
import java.util.Optional;

/// Finds the sound among the media of a description: the first stream in a codec that is read here.
/// A camera whose sound is something else is played without it.
final class SoundOffer {
  private static final int OPUS_CLOCK_HZ = 48_000;
  private static final int TELEPHONE_HZ = 8_000;

  private SoundOffer() {}

  static Optional<OfferedStream> in(SessionDescription description) {
    return OfferedStream.candidates(description, "audio")
        .flatMap(candidate ->
            stream(candidate).stream()
                .map(stream -> new OfferedStream(candidate.medium().attribute("control"), stream)))
        .findFirst();
  }

  private static Optional<RtpStream> stream(Candidate candidate) {
    RtpEncoding encoding = candidate.encoding();
    return switch (encoding.name()) {
      case "PCMU" -> Optional.of(samples(candidate, SoundCodec.PCMU));
      case "PCMA" -> Optional.of(samples(candidate, SoundCodec.PCMA));
      // RFC 7587, section 4.1: whatever was encoded, the clock counts 48 kHz and two are announced
      case "OPUS" ->
          Optional.of(
              whole(candidate, new SoundFormat(SoundCodec.OPUS, OPUS_CLOCK_HZ, 2), OPUS_CLOCK_HZ));
      case "G726-16", "G726-24", "G726-32", "G726-40" -> g726(candidate, false);
      case "AAL2-G726-16", "AAL2-G726-24", "AAL2-G726-32", "AAL2-G726-40" -> g726(candidate, true);
      case "MPEG4-GENERIC" -> AacOffer.generic(candidate);
      case "MP4A-LATM" -> AacOffer.latm(candidate);
      default -> Optional.empty();
    };
  }

  /// Decoded here: what comes out of the stream is mu-law.
  private static Optional<RtpStream> g726(Candidate candidate, boolean highestFirst) {
    String name = candidate.encoding().name();
    int kilobits = Integer.parseInt(name.substring(name.length() - 2));
    return G726Rate.ofKilobits(kilobits)
        .map(rate ->
            new RtpStream(
                Track.sound(SoundFormat.telephone(SoundCodec.PCMU)),
                candidate.payloadType(),
                TELEPHONE_HZ,
                (counters, sink) -> new G726Depacketizer(rate, highestFirst, sink)));
  }

  private static RtpStream samples(Candidate candidate, SoundCodec codec) {
    RtpEncoding encoding = candidate.encoding();
    var format = new SoundFormat(codec, rateHz(encoding), encoding.channels());
    return whole(candidate, format, format.sampleRateHz());
  }

  /// A rate that no sound has is a mistake in the description: G.711 is nearly always 8 kHz.
  private static int rateHz(RtpEncoding encoding) {
    return encoding.clockRateHz() <= 48_000 ? encoding.clockRateHz() : 8_000;
  }

  private static RtpStream whole(Candidate candidate, SoundFormat format, int clockRateHz) {
    return new RtpStream(
        Track.sound(format),
        candidate.payloadType(),
        clockRateHz,
        (counters, sink) -> new WholePacketDepacketizer(sink));
  }
}
