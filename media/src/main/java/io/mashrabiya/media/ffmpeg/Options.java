package io.mashrabiya.media.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avutil;

/// Named options for one call to FFmpeg, which takes out those that it knows.
final class Options implements AutoCloseable {
  private final AVDictionary dictionary = new AVDictionary(null);

  Options with(String name, String value) {
    FfmpegException.check(avutil.av_dict_set(dictionary, name, value, 0), "set the option " + name);
    return this;
  }

  AVDictionary dictionary() {
    return dictionary;
  }

  /// @throws FfmpegException if FFmpeg left an option: a name that this build does not know
  void checkAllTaken() {
    var left = avutil.av_dict_get(dictionary, "", null, avutil.AV_DICT_IGNORE_SUFFIX);
    if (left != null) {
      throw new FfmpegException("FFmpeg does not know the option " + left.key().getString());
    }
  }

  @Override
  public void close() {
    avutil.av_dict_free(dictionary);
  }
}
