package io.mashrabiya.media.ffmpeg;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Picture;
import io.mashrabiya.media.Track;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/// Encodes pictures as H.264 constrained baseline by OpenH264: one frame out for each picture in,
/// at once, with the parameter sets before each key frame. Belongs to one thread at a time.
public final class H264Encoder implements AutoCloseable {
  /// How to encode.
  ///
  /// @param framesPerSecond what the bit rate is reckoned by; the pictures may come otherwise
  /// @param bitsPerSecond the mean rate that the encoder keeps to
  /// @param keyInterval how many pictures from one key frame to the next
  public record Settings(
      int width, int height, int framesPerSecond, int bitsPerSecond, int keyInterval) {
    public Settings {
      if (width < 16
          || height < 16
          || framesPerSecond < 1
          || bitsPerSecond < 1
          || keyInterval < 1) {
        throw new IllegalArgumentException(
            "cannot encode %dx%d at %d pictures and %d bits a second, a key frame every %d"
                .formatted(width, height, framesPerSecond, bitsPerSecond, keyInterval));
      }
    }
  }

  private final NativeScope scope;
  private final Settings settings;
  private final AVCodecContext context;
  private final Scaler scaler;
  private final IntPointer rgb;
  private final PointerPointer<IntPointer> rgbPlanes;
  private final IntPointer rgbRowBytes;
  private final AVFrame yuv;
  private final AVPacket packet;
  private long taken;

  private H264Encoder(Settings settings, NativeScope scope) {
    this.scope = scope;
    this.settings = settings;
    int pixels = settings.width() * settings.height();
    rgb = scope.own(new IntPointer(pixels), "a picture", IntPointer::deallocate);
    rgbPlanes = scope.own(new PointerPointer<>(4), "a picture", PointerPointer::deallocate);
    rgbPlanes.put(0, rgb).put(1, null).put(2, null).put(3, null);
    rgbRowBytes =
        scope.own(new IntPointer(settings.width() * 4, 0, 0, 0), "rows", IntPointer::deallocate);
    context = open();
    yuv = Frames.allocate(scope, settings.width(), settings.height(), context.pix_fmt());
    packet = scope.own(avcodec.av_packet_alloc(), "a packet", avcodec::av_packet_free);
    scaler =
        new Scaler(
            Scaler.Shape.rgb(settings.width(), settings.height()),
            new Scaler.Shape(
                settings.width(),
                settings.height(),
                context.pix_fmt(),
                swscale.SWS_CS_ITU709,
                false));
  }

  /// An encoder ready to take pictures; loads FFmpeg if nobody has.
  public static H264Encoder open(Settings settings) {
    Natives.load();
    return NativeScope.build(scope -> new H264Encoder(settings, scope));
  }

  /// Encodes one picture of the settings' size.
  ///
  /// @throws IllegalArgumentException if the picture has another size
  public Frame encode(Picture picture, Track track, long captureTimeMicros) {
    if (picture.width() != settings.width() || picture.height() != settings.height()) {
      throw new IllegalArgumentException(
          "this encoder takes pictures of " + settings.width() + "x" + settings.height());
    }
    FfmpegException.check(avutil.av_frame_make_writable(yuv), "reuse a picture");
    rgb.put(picture.rgb());
    scaler.scale(rgbPlanes, rgbRowBytes, yuv);
    yuv.pts(taken++);
    FfmpegException.check(avcodec.avcodec_send_frame(context, yuv), "encode a picture");
    FfmpegException.check(avcodec.avcodec_receive_packet(context, packet), "encode a picture");
    try {
      boolean key = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
      return new Frame(track, captureTimeMicros, key, Frames.bytes(packet));
    } finally {
      avcodec.av_packet_unref(packet);
    }
  }

  @Override
  public void close() {
    scaler.close();
    scope.close();
  }

  private AVCodecContext open() {
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
