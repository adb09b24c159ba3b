package io.mashrabiya.media.rtsp.server;

import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.rtp.AacPacketizer;
import io.mashrabiya.media.rtp.H264Packetizer;
import io.mashrabiya.media.rtp.H265Packetizer;
import io.mashrabiya.media.rtp.JpegPacketizer;
import io.mashrabiya.media.rtp.Packetizer;
import io.mashrabiya.media.rtp.RtpPacketWriter;
import io.mashrabiya.media.rtp.RtpStream;
import io.mashrabiya.media.rtp.WholePacketPacketizer;
import java.util.function.Function;

/// How a track of this server travels in RTP.
///
/// @param encoding the value of its `rtpmap`
/// @param packetizer makes what cuts its frames into packets
record RtpMapping(
    int payloadType,
    int clockRateHz,
    String encoding,
    Function<RtpPacketWriter, Packetizer> packetizer) {
  private static final int FIRST_DYNAMIC = 96;
  private static final int PCMU = 0;
  private static final int PCMA = 8;
  private static final int JPEG = 26;
  private static final int TELEPHONE_HZ = 8_000;
  private static final int OPUS_CLOCK_HZ = 48_000;

  static RtpMapping of(Track track) {
    int dynamic = FIRST_DYNAMIC + track.number();
    return switch (track.format()) {
      case PictureFormat.H264 ->
          new RtpMapping(dynamic, RtpStream.PICTURE_CLOCK_HZ, "H264/90000", H264Packetizer::new);
      case PictureFormat.H265 ->
          new RtpMapping(dynamic, RtpStream.PICTURE_CLOCK_HZ, "H265/90000", H265Packetizer::new);
      case PictureFormat.JPEG ->
          new RtpMapping(JPEG, RtpStream.PICTURE_CLOCK_HZ, "JPEG/90000", JpegPacketizer::new);
      case SoundFormat sound -> of(sound, dynamic);
    };
  }

  private static RtpMapping of(SoundFormat sound, int dynamic) {
    int rate = sound.sampleRateHz();
    String shape = "/" + rate + "/" + sound.channels();
    boolean telephone = rate == TELEPHONE_HZ && sound.channels() == 1;
    return switch (sound.codec()) {
      case OPUS ->
          new RtpMapping(dynamic, OPUS_CLOCK_HZ, "opus/48000/2", WholePacketPacketizer::new);
      case AAC -> new RtpMapping(dynamic, rate, "mpeg4-generic" + shape, AacPacketizer::new);
      case PCMU ->
          new RtpMapping(
              telephone ? PCMU : dynamic, rate, "PCMU" + shape, WholePacketPacketizer::new);
      case PCMA ->
          new RtpMapping(
              telephone ? PCMA : dynamic, rate, "PCMA" + shape, WholePacketPacketizer::new);
    };
  }
}
