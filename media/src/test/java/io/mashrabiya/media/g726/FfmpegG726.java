package io.mashrabiya.media.g726;

import java.io.ByteArrayOutputStream;
import java.nio.ShortBuffer;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.ShortPointer;

/// FFmpeg's G.726, the first sample in the highest bits. Frees nothing: it lives as long as a test.
public final class FfmpegG726 {
  private static final int FRAME = 400;

  private FfmpegG726() {}

  private static AVCodecContext open(AVCodec codec, int bits) {
    AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
    context
        .sample_rate(8_000)
        .sample_fmt(avutil.AV_SAMPLE_FMT_S16)
        .bits_per_coded_sample(bits)
        .bit_rate(8_000L * bits)
        .time_base(avutil.av_make_q(1, 8_000));
    avutil.av_channel_layout_default(context.ch_layout(), 1);
    check(avcodec.avcodec_open2(context, codec, (AVDictionary) null));
    return context;
  }

  /// Encodes samples of 8 kHz, 2 to 5 bits each.
  public static byte[] encode(short[] sound, int bits) {
    AVCodecContext context =
        open(avcodec.avcodec_find_encoder(avcodec.AV_CODEC_ID_ADPCM_G726), bits);
    AVPacket packet = avcodec.av_packet_alloc();
    var encoded = new ByteArrayOutputStream();
    int each = context.frame_size();
    for (int at = 0; at + each <= sound.length; at += each) {
      AVFrame frame = avutil.av_frame_alloc();
      frame.format(avutil.AV_SAMPLE_FMT_S16).nb_samples(each).sample_rate(8_000);
      frame.ch_layout(context.ch_layout());
      check(avutil.av_frame_get_buffer(frame, 0));
      new ShortPointer(frame.data(0)).put(Arrays.copyOfRange(sound, at, at + each));
      check(avcodec.avcodec_send_frame(context, frame));
      while (avcodec.avcodec_receive_packet(context, packet) >= 0) {
        byte[] bytes = new byte[packet.size()];
        packet.data().get(bytes);
        encoded.writeBytes(bytes);
      }
    }
    return encoded.toByteArray();
  }

  static short[] decode(byte[] encoded, int bits) {
    AVCodecContext context =
        open(avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_ADPCM_G726), bits);
    AVFrame frame = avutil.av_frame_alloc();
    ShortBuffer decoded = ShortBuffer.allocate(encoded.length * 8 / bits + FRAME);
    int each = FRAME * bits / 8;
    for (int at = 0; at + each <= encoded.length; at += each) {
      AVPacket packet = avcodec.av_packet_alloc();
      check(avcodec.av_new_packet(packet, each));
      packet.data().put(encoded, at, each);
      check(avcodec.avcodec_send_packet(context, packet));
      while (avcodec.avcodec_receive_frame(context, frame) >= 0) {
        short[] samples = new short[frame.nb_samples()];
        new ShortPointer(frame.data(0)).get(samples);
        decoded.put(samples);
      }
    }
    return Arrays.copyOf(decoded.array(), decoded.position());
  }

  private static void check(int result) {
    if (result < 0) {
      throw new AssertionError("FFmpeg says " + result);
    }
  }
}
