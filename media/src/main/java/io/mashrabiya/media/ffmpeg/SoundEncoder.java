package io.mashrabiya.media.ffmpeg;

import io.mashrabiya.media.SoundCodec;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.FloatPointer;

/// Encodes sound of one channel as AAC-LC (FFmpeg's own encoder) or Opus (libopus). Belongs to one
/// thread at a time.
public final class SoundEncoder implements AutoCloseable {
  private static final int BITS_PER_SECOND = 32_000;

  /// One encoded frame.
  ///
  /// @param firstSample which sample a decoder's output for it begins with, counted from the first
  ///   that was taken; negative for what the codec puts before that
  public record Encoded(byte[] bytes, long firstSample) {}

  private final NativeScope scope;
  private final AVCodecContext context;
  private final AVFrame frame;
  private final AVPacket packet;
  private long samplesTaken;

  private SoundEncoder(SoundCodec codec, int sampleRateHz, NativeScope scope) {
    this.scope = scope;
    this.context = begin(codec, sampleRateHz);
    frame = Frames.empty(scope);
    frame
        .format(context.sample_fmt())
        .nb_samples(context.frame_size())
        .sample_rate(context.sample_rate())
        .ch_layout(context.ch_layout());
    FfmpegException.check(avutil.av_frame_get_buffer(frame, 0), "allocate sound");
    packet = scope.own(avcodec.av_packet_alloc(), "a packet", avcodec::av_packet_free);
  }

  /// An encoder ready to take sound; loads FFmpeg if nobody has.
  ///
  /// @param codec AAC or Opus
  /// @param sampleRateHz one that the codec knows, such as 16,000 for AAC or 48,000 for Opus
  public static SoundEncoder open(SoundCodec codec, int sampleRateHz) {
    Natives.load();
    return NativeScope.build(scope -> new SoundEncoder(codec, sampleRateHz, scope));
  }

  /// How many samples each frame takes.
  public int samplesPerFrame() {
    return context.frame_size();
  }

  /// Encodes the next samples, from -1 to 1. Empty while the codec holds them back, as AAC does
  /// with the first.
  ///
  /// @throws IllegalArgumentException if it is not as many as a frame takes
  public Optional<Encoded> encode(float[] samples) {
    if (samples.length != samplesPerFrame()) {
      throw new IllegalArgumentException("a frame takes " + samplesPerFrame() + " samples");
    }
    FfmpegException.check(avutil.av_frame_make_writable(frame), "reuse sound");
    new FloatPointer(frame.data(0)).put(samples);
    frame.pts(samplesTaken);
    samplesTaken += samples.length;
    FfmpegException.check(avcodec.avcodec_send_frame(context, frame), "encode sound");
    int received = avcodec.avcodec_receive_packet(context, packet);
    if (received == avutil.AVERROR_EAGAIN()) {
      return Optional.empty();
    }
    FfmpegException.check(received, "encode sound");
    try {
      return Optional.of(new Encoded(Frames.bytes(packet), packet.pts()));
    } finally {
      avcodec.av_packet_unref(packet);
    }
  }

  @Override
  public void close() {
    scope.close();
  }

  private AVCodecContext begin(SoundCodec wanted, int sampleRateHz) {
    String name =
        switch (wanted) {
          case AAC -> "aac";
          case OPUS -> "libopus";
          case PCMU, PCMA ->
              throw new IllegalArgumentException("G.711 needs no encoder of FFmpeg's");
        };
    AVCodec encoder = avcodec.avcodec_find_encoder_by_name(name);
    if (encoder == null) {
      throw new FfmpegException("this FFmpeg was built without " + name);
    }
    AVCodecContext opened =
        scope.own(
            avcodec.avcodec_alloc_context3(encoder),
            "a sound encoder",
            avcodec::avcodec_free_context);
    opened
        .sample_rate(sampleRateHz)
        .sample_fmt(wanted == SoundCodec.AAC ? avutil.AV_SAMPLE_FMT_FLTP : avutil.AV_SAMPLE_FMT_FLT)
        .time_base(avutil.av_make_q(1, sampleRateHz))
        .bit_rate(BITS_PER_SECOND);
    avutil.av_channel_layout_default(opened.ch_layout(), 1);
    FfmpegException.check(
        avcodec.avcodec_open2(opened, encoder, (org.bytedeco.ffmpeg.avutil.AVDictionary) null),
        "open the sound encoder");
    return opened;
  }
}
