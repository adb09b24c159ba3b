package io.mashrabiya.media.ffmpeg;

import io.mashrabiya.media.Picture;
import io.mashrabiya.media.PictureFormat;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/// Decodes pictures on the calling thread alone. What does not decode without an error is no
/// picture: FFmpeg would fill the holes with grey or with guesses.
///
/// A decoder takes either one picture ([#only]) or those of a stream ([#next]).
final class PictureDecoder implements AutoCloseable {
  private final NativeScope scope;
  private final AVCodecContext context;
  private final PicturesDue due;

  private PictureDecoder(PictureFormat wanted, NativeScope scope) {
    this.scope = scope;
    AVCodec codec = avcodec.avcodec_find_decoder(number(wanted));
    if (codec == null) {
      throw new FfmpegException("this FFmpeg was built without a decoder for " + wanted);
    }
    context =
        scope.own(
            avcodec.avcodec_alloc_context3(codec), "a decoder", avcodec::avcodec_free_context);
    context.thread_count(1).max_pixels(Picture.MOST_PIXELS);
    FfmpegException.check(
        avcodec.avcodec_open2(context, codec, (AVDictionary) null), "open a decoder");
    due = new PicturesDue(scope);
  }

  private static int number(PictureFormat format) {
    return switch (format) {
      case H264 -> avcodec.AV_CODEC_ID_H264;
      case H265 -> avcodec.AV_CODEC_ID_HEVC;
      case JPEG -> avcodec.AV_CODEC_ID_MJPEG;
    };
  }

  static PictureDecoder open(PictureFormat format) {
    Natives.load();
    return NativeScope.build(scope -> new PictureDecoder(format, scope));
  }

  /// The picture of a key frame with its parameter sets, or nothing if it is broken. The picture
  /// lives as long as this decoder, which takes nothing more.
  Optional<AVFrame> only(byte[] keyFrame) {
    AVFrame picture = due.room();
    boolean decoded =
        take(keyFrame, 0)
            && avcodec.avcodec_send_packet(context, null) >= 0
            && avcodec.avcodec_receive_frame(context, picture) >= 0;
    return decoded && picture.decode_error_flags() == 0 ? Optional.of(picture) : Optional.empty();
  }

  /// What came of an access unit of a stream.
  sealed interface Decoded {
    /// The picture that is due now, which is an earlier one where the stream's order of decoding is
    /// not that of showing. It lives until the next call; its `pts` is the mark of its access unit.
    record Due(AVFrame picture) implements Decoded {}

    /// None is due yet.
    record Later() implements Decoded {}

    /// It does not decode without an error.
    record Broken() implements Decoded {}
  }

  /// Takes the next access unit of a stream.
  ///
  /// @param mark comes back with its picture
  Decoded next(byte[] accessUnit, long mark) {
    boolean taken = take(accessUnit, mark);
    boolean whole = takeAllThatIsDue();
    if (!taken || !whole) {
      due.clear(); // the broken one may be among them
      return new Decoded.Broken();
    }
    return more();
  }

  /// The next of the pictures that are due, without an access unit.
  Decoded more() {
    return due.next().<Decoded>map(Decoded.Due::new).orElseGet(Decoded.Later::new);
  }

  /// A key frame after a gap makes several pictures due at once, as does a stream that begins to
  /// hold back fewer. While any is left in it, FFmpeg takes no further access unit.
  ///
  /// @return whether all decode without an error
  private boolean takeAllThatIsDue() {
    boolean whole = true;
    for (int i = 0; i <= PicturesDue.MOST; i++) { // and once for the word that there is no more
      AVFrame picture = due.room();
      int given = avcodec.avcodec_receive_frame(context, picture);
      if (given == avutil.AVERROR_EAGAIN()) {
        return whole;
      }
      if (given >= 0 && picture.decode_error_flags() == 0) {
        due.add();
      } else {
        whole = false;
      }
    }
    return whole;
  }

  private boolean take(byte[] accessUnit, long mark) {
    try (NativeScope passing = new NativeScope()) {
      AVPacket packet = Frames.packet(passing, accessUnit);
      packet.pts(mark);
      return avcodec.avcodec_send_packet(context, packet) >= 0;
    }
  }

  @Override
  public void close() {
    scope.close();
  }
}
