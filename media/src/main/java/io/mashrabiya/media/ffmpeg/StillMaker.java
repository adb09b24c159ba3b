package io.mashrabiya.media.ffmpeg;

import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Makes stills in this process, which is as safe as FFmpeg's decoders are. Pictures of a camera
/// are for a worker process ([io.mashrabiya.media.worker.NativeDoor]); here come those that we
/// drew.
public final class StillMaker {
  private StillMaker() {}

  /// Makes a still of a camera's key frame. Blocks for as long as decoding takes: some 10 ms for
  /// 640x360, 30 ms for 1080p.
  ///
  /// @return the still, or nothing if the frame does not decode without an error
  public static Optional<Still> make(StillRequest asked) {
    if (asked.keyFrame().length == 0) {
      return Optional.empty(); // which FFmpeg would take as the end of the stream
    }
    try (PictureDecoder decoder = PictureDecoder.open(asked.from())) {
      return decoder.only(asked.keyFrame()).map(picture -> encode(picture, asked));
    }
  }

  private static Still encode(AVFrame picture, StillRequest asked) {
    int width = Math.max(2, Math.min(asked.mostWidth(), picture.width()));
    long scaled = Math.round((double) picture.height() * width / picture.width());
    int height = (int) Math.max(2, scaled);
    try (StillEncoder encoder = StillEncoder.open(asked.format(), width, height)) {
      return new Still(asked.format(), width, height, encoder.encode(picture, asked.tone()));
    }
  }
}
