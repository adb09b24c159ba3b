package io.mashrabiya.media.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/// Changes pictures of one shape (size, pixel format, meaning of the colours) into those of
/// another.
final class Scaler implements AutoCloseable {
  /// @param format one of FFmpeg's `AV_PIX_FMT_` constants
  /// @param matrix one of FFmpeg's `SWS_CS_` constants
  /// @param fullRange whether black is 0 and white 255, rather than 16 and 235
  record Shape(int width, int height, int format, int matrix, boolean fullRange) {
    static Shape of(AVFrame frame) {
      boolean hd = frame.colorspace() == avutil.AVCOL_SPC_BT709;
      return new Shape(
          frame.width(),
          frame.height(),
          frame.format(),
          hd ? swscale.SWS_CS_ITU709 : swscale.SWS_CS_ITU601,
          frame.color_range() == avutil.AVCOL_RANGE_JPEG);
    }

    /// What [Picture] holds. Its ints lie in memory as blue, green, red and one byte more on all
    /// machines that we support.
    static Shape rgb(int width, int height) {
      return new Shape(width, height, avutil.AV_PIX_FMT_BGR0, swscale.SWS_CS_ITU601, true);
    }
  }

  private static final int UNIT = 1 << 16; // 1.0 in swscale's fixed point
  private static final int SMOOTH = swscale.SWS_BILINEAR;
  private static final int SMALLER = swscale.SWS_AREA;

  private final NativeScope scope = new NativeScope();
  private final SwsContext context;
  private final int rows;

  Scaler(Shape from, Shape to) {
    int method = to.width() < from.width() ? SMALLER : SMOOTH;
    context =
        scope.own(
            swscale.sws_getContext(
                from.width(),
                from.height(),
                from.format(),
                to.width(),
                to.height(),
                to.format(),
                method,
                null,
                null,
                (DoublePointer) null),
            "a scaler",
            swscale::sws_freeContext);
    rows = from.height();
    // Formats without colour know no matrix and answer -1, which is no failure.
    swscale.sws_setColorspaceDetails(
        context,
        swscale.sws_getCoefficients(from.matrix()),
        from.fullRange() ? 1 : 0,
        swscale.sws_getCoefficients(to.matrix()),
        to.fullRange() ? 1 : 0,
        0,
        UNIT,
        UNIT);
  }

  void scale(AVFrame from, AVFrame to) {
    scale(from.data(), from.linesize(), to);
  }

  void scale(PointerPointer<?> planes, IntPointer rowBytes, AVFrame to) {
    FfmpegException.check(
        swscale.sws_scale(context, planes, rowBytes, 0, rows, to.data(), to.linesize()),
        "scale a picture");
  }

  @Override
  public void close() {
    scope.close();
  }
}
