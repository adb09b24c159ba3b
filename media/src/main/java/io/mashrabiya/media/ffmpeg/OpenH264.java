package io.mashrabiya.media.ffmpeg;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;

/// OpenH264 by FFmpeg: H.264 constrained baseline of pictures in its own format, one access unit
/// out for each picture in, at once, with the parameter sets before each key frame. Belongs to one
/// thread at a time.
final class OpenH264 implements AutoCloseable {
  /// One encoded picture.
  record Encoded(boolean key, byte[] accessUnit) {}

  private final NativeScope scope;
  private final H264Encoder.Settings settings;
  private final AVCodecContext context;
  private final AVFrame picture;
  private final AVPacket packet;
  private long taken;

  private OpenH264(H264Encoder.Settings settings, NativeScope scope) {
    this.scope = scope;
    this.settings = settings;
    context = openContext();
    picture = Frames.allocate(scope, settings.width(), settings.height(), context.pix_fmt());
    packet = scope.own(avcodec.av_packet_alloc(), "a packet", avcodec::av_packet_free);
  }

  static OpenH264 open(H264Encoder.Settings settings) {
    Natives.load();
    return NativeScope.build(scope -> new OpenH264(settings, scope));
  }

  /// The shape of the pictures that it takes.
  Scaler.Shape shape() {
    return new Scaler.Shape(
        settings.width(), settings.height(), context.pix_fmt(), swscale.SWS_CS_ITU709, false);
  }

  /// Where the next picture is to be put, before [#encode].
  AVFrame picture() {
    FfmpegException.check(avutil.av_frame_make_writable(picture), "reuse a picture");
    return picture;
  }

  /// Encodes what lies in [#picture].
  Encoded encode() {
    picture.pts(taken++);
    FfmpegException.check(avcodec.avcodec_send_frame(context, picture), "encode a picture");
    FfmpegException.check(avcodec.avcodec_receive_packet(context, packet), "encode a picture");
    try {
      boolean key = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
      return new Encoded(key, Frames.bytes(packet));
    } finally {
      avcodec.av_packet_unref(packet);
    }
  }

  @Override
  public void close() {
    scope.close();
  }

  private AVCodecContext openContext() {
    AVCodec codec = avcodec.avcodec_find_encoder_by_name("libopenh264");
    if (codec == null) {
      throw new FfmpegException("this FFmpeg was built without libopenh264");
    }
    AVCodecContext opened =
        scope.own(
            avcodec.avcodec_alloc_context3(codec),
            "an H.264 encoder",
            avcodec::avcodec_free_context);
    opened
        .width(settings.width())
        .height(settings.height())
        .pix_fmt(avutil.AV_PIX_FMT_YUV420P)
        .time_base(avutil.av_make_q(1, settings.framesPerSecond()))
        .framerate(avutil.av_make_q(settings.framesPerSecond(), 1))
        .bit_rate(settings.bitsPerSecond())
        .gop_size(settings.keyInterval())
        .max_b_frames(0)
        .thread_count(1)
        .color_range(avutil.AVCOL_RANGE_MPEG)
        .colorspace(avutil.AVCOL_SPC_BT709)
        .color_primaries(avutil.AVCOL_PRI_BT709)
        .color_trc(avutil.AVCOL_TRC_BT709);
    try (Options options =
        new Options()
            .with("rc_mode", "bitrate")
            .with("allow_skip_frames", "0")
            .with("coder", "cavlc")) {
      FfmpegException.check(
          avcodec.avcodec_open2(opened, codec, options.dictionary()), "open the H.264 encoder");
      options.checkAllTaken();
    }
    return opened;
  }
}
