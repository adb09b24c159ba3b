package io.mashrabiya.media.ffmpeg;

import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Makes stills in this process, which is as safe as FFmpeg's decoders are. Pictures of a camera
/// are for a worker process ([io.mashrabiya.media.worker.NativeDoor]); here come those that we
/// drew.
public final class StillMaker {
  private static final int LEAST_SIDE = 2;

  /// No still is made narrower to have fewer bytes.
  private static final int LEAST_MADE = 80;

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

  /// As fine as fits: coarser first, then half as wide.
  private static Still encode(AVFrame picture, StillRequest asked) {
    int width = Math.max(LEAST_SIDE, Math.min(asked.mostWidth(), picture.width()));
    while (true) {
      for (StillEncoder.Fineness fineness : StillEncoder.Fineness.values()) {
        Still still = encode(picture, asked, width, fineness);
        boolean isLast = fineness == StillEncoder.Fineness.COARSEST && width < 2 * LEAST_MADE;
        if (still.bytes().length <= asked.mostBytes() || isLast) {
          return still;
        }
      }
      width /= 2;
    }
  }

  private static Still encode(
      AVFrame picture, StillRequest asked, int width, StillEncoder.Fineness fineness) {
    long scaled = Math.round((double) picture.height() * width / picture.width());
    int height = (int) Math.max(LEAST_SIDE, scaled);
    try (StillEncoder encoder = StillEncoder.open(asked.format(), fineness, width, height)) {
      return new Still(asked.format(), width, height, encoder.encode(picture, asked.tone()));
    }
  }
}
