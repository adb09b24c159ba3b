package io.mashrabiya.media.ffmpeg;

import io.mashrabiya.media.Still;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Pointer;

/// Writes one decoded picture as a still. The picture is always scaled into the encoder's own
/// format, even at its own size: cameras send grey pictures, which have no colour planes and which
/// the encoders refuse.
final class StillEncoder implements AutoCloseable {
  private static final int NO_COLOUR = 128;

  /// How much of a picture is kept.
  enum Fineness {
    /// Nobody sees that anything was left out.
    FINE(4, 75),
    MEDIUM(10, 45),
    COARSE(18, 20),
    COARSEST(31, 5);

    private final int jpegQuantiser; // 2 is the best, 31 the worst
    private final int webpQuality; // 100 is the best, 0 the worst

    Fineness(int jpegQuantiser, int webpQuality) {
      this.jpegQuantiser = jpegQuantiser;
      this.webpQuality = webpQuality;
    }
  }

  private final NativeScope scope;
  private final AVCodecContext context;

  static StillEncoder open(Still.Format format, Fineness fineness, int width, int height) {
    return NativeScope.build(scope -> new StillEncoder(format, fineness, width, height, scope));
  }

  private StillEncoder(
      Still.Format format, Fineness fineness, int width, int height, NativeScope scope) {
    this.scope = scope;
    AVCodec codec =
        avcodec.avcodec_find_encoder_by_name(
            switch (format) {
              case JPEG -> "mjpeg";
              case WEBP -> "libwebp";
            });
    if (codec == null) {
      throw new FfmpegException("this FFmpeg was built without an encoder for " + format);
    }
    context =
        scope.own(
            avcodec.avcodec_alloc_context3(codec), "an encoder", avcodec::avcodec_free_context);
    context.width(width).height(height).thread_count(1).time_base(avutil.av_make_q(1, 1));
    try (Options options = new Options()) {
      prepare(format, fineness, options);
      FfmpegException.check(
          avcodec.avcodec_open2(context, codec, options.dictionary()), "open a still's encoder");
      options.checkAllTaken();
    }
  }

  byte[] encode(AVFrame picture, Still.Tone tone) {
    boolean full = context.color_range() == avutil.AVCOL_RANGE_JPEG;
    AVFrame scaled =
        Frames.allocate(scope, context.width(), context.height(), context.pix_fmt())
            .color_range(context.color_range())
            .quality(context.global_quality());
    var target =
        new Scaler.Shape(
            context.width(), context.height(), context.pix_fmt(), swscale.SWS_CS_ITU601, full);
    try (Scaler scaler = new Scaler(Scaler.Shape.of(picture), target)) {
      scaler.scale(picture, scaled);
    }
    if (tone == Still.Tone.GREY) {
      fade(scaled);
    }
    AVPacket packet = scope.own(avcodec.av_packet_alloc(), "a packet", avcodec::av_packet_free);
    FfmpegException.check(avcodec.avcodec_send_frame(context, scaled), "encode a still");
    FfmpegException.check(avcodec.avcodec_send_frame(context, null), "encode a still");
    FfmpegException.check(avcodec.avcodec_receive_packet(context, packet), "encode a still");
    return Frames.bytes(packet);
  }

  /// Takes the colours out of a picture in one of the 4:2:0 formats: both planes of colour
  /// differences become what they are where there is none.
  private static void fade(AVFrame picture) {
    int rows = (picture.height() + 1) / 2;
    for (int plane = 1; plane <= 2; plane++) {
      Pointer.memset(picture.data(plane), NO_COLOUR, (long) rows * picture.linesize(plane));
    }
  }

  @Override
  public void close() {
    scope.close();
  }

  private void prepare(Still.Format format, Fineness fineness, Options options) {
    switch (format) {
      case JPEG ->
          context
              .pix_fmt(avutil.AV_PIX_FMT_YUVJ420P)
              .color_range(avutil.AVCOL_RANGE_JPEG)
              .flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE)
              .global_quality(fineness.jpegQuantiser * avutil.FF_QP2LAMBDA);
      case WEBP -> {
        context.pix_fmt(avutil.AV_PIX_FMT_YUV420P).color_range(avutil.AVCOL_RANGE_MPEG);
        options.with("quality", Integer.toString(fineness.webpQuality));
      }
    }
  }
}
