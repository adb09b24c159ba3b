package io.mashrabiya.media.ffmpeg;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avutil;

/// FFmpeg refused what should always work: out of memory, or a library that lacks what we build on.
/// What a camera or a file may cause is an outcome or an [java.io.IOException] instead.
public final class FfmpegException extends RuntimeException implements Told {
  private static final long serialVersionUID = 1L;

  FfmpegException(String message) {
    super(message);
  }

  /// What failed within FFmpeg is for whoever looks after it, and stands as it is; without a full
  /// stop.
  @Override
  public Sentence words() {
    return say("FFmpeg fails where it should not: {0}", String.valueOf(getMessage()));
  }

  /// Returns `code` unless it tells of a failure.
  ///
  /// @param doing what was tried, such as "open the H.264 encoder"
  /// @throws FfmpegException with FFmpeg's own words, if the code is negative
  static int check(int code, String doing) {
    if (code < 0) {
      throw new FfmpegException("could not " + doing + ": " + words(code));
    }
    return code;
  }

  /// What FFmpeg calls this failure.
  static String words(int code) {
    byte[] text = new byte[avutil.AV_ERROR_MAX_STRING_SIZE];
    avutil.av_strerror(code, text, text.length);
    int end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    return new String(text, 0, end, StandardCharsets.UTF_8) + " (" + code + ")";
  }
}
