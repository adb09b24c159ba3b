package io.mashrabiya.media.ffmpeg;

import io.mashrabiya.media.Picture;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;

/// Decodes a single key frame, which is all that a still needs. What does not decode without an
/// error is no picture: FFmpeg would fill the holes with grey or with guesses.
final class H264Decoder implements AutoCloseable {
  private final NativeScope scope;
  private final AVCodecContext context;

  private H264Decoder(NativeScope scope) {
    this.scope = scope;
    AVCodec codec = avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_H264);
    if (codec == null) {
      throw new FfmpegException("this FFmpeg was built without an H.264 decoder");
    }
    context =
        scope.own(
            avcodec.avcodec_alloc_context3(codec),
            "an H.264 decoder",
            avcodec::avcodec_free_context);
    context.thread_count(1).max_pixels(Picture.MOST_PIXELS);
    FfmpegException.check(
        avcodec.avcodec_open2(context, codec, (AVDictionary) null), "open the H.264 decoder");
  }

  static H264Decoder open() {
    Natives.load();
    return NativeScope.build(H264Decoder::new);
  }

  /// The picture of a key frame in Annex B with its parameter sets, or nothing if it is broken. The
  /// picture lives as long as this decoder, which takes one frame only.
  Optional<AVFrame> decode(byte[] accessUnit) {
    AVPacket packet = Frames.packet(scope, accessUnit);
    AVFrame frame = Frames.empty(scope);
    boolean decoded =
        avcodec.avcodec_send_packet(context, packet) >= 0
            && avcodec.avcodec_send_packet(context, null) >= 0
            && avcodec.avcodec_receive_frame(context, frame) >= 0;
    return decoded && frame.decode_error_flags() == 0 ? Optional.of(frame) : Optional.empty();
  }

  @Override
  public void close() {
    scope.close();
  }
}
