package io.mashrabiya.home.live;

import io.mashrabiya.media.Frame;
import io.mashrabiya.wire.ids.CameraId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// A camera's small stills for lines that carry no more, each of the newest picture. Most cameras
/// send a picture that decodes by itself every few seconds only; so there is a copy of such
/// pictures alone, from which the stills are made. All of it while somebody waits for them.
///
/// Not thread-safe: its camera's lock guards it.
final class Glimpses {
  private final StillLane lane;
  private final SmallCopy copy;
  private final PictureLane main;
  private Optional<Frame> newest = Optional.empty();
  private boolean isWanted;

  /// @param main the main stream
  /// @param copied takes the copy's frames to [#acceptCopy], under the camera's lock
  Glimpses(
      CameraId camera, StillLane lane, Copier copier, PictureLane main, SmallCopy.Into copied) {
    this.lane = lane;
    this.copy = new SmallCopy(camera, CopySize.GLIMPSED, copier, main::group, copied);
    this.main = main;
  }

  /// The main stream's next picture, which is in its group already.
  void accept(Frame frame) {
    if (isWanted) {
      copy.accept(frame);
    }
  }

  void acceptCopy(int from, Frame frame) {
    if (copy.isNewest(from) && isWanted) {
      newest = Optional.of(frame);
    }
  }

  /// What the next is to be made of. While there is no copy, or it does not keep up, that is the
  /// camera's own.
  Optional<Frame> newest() {
    return Stream.of(main.keyFrame(), newest)
        .flatMap(Optional::stream)
        .max(Comparator.comparingLong(Frame::captureTimeMicros));
  }

  /// Seals one and sends it; not where nobody waits for it any more.
  ///
  /// @param image a JPEG or WebP file
  void seal(long captureMicros, byte[] image) {
    if (isWanted) {
      lane.seal(captureMicros, image);
    }
  }

  boolean isWanted() {
    return isWanted;
  }

  /// The next that is asked for is to be a new one.
  void lease(boolean wanted) {
    if (wanted == isWanted) {
      return;
    }
    isWanted = wanted;
    if (wanted) {
      copy.begin();
    } else {
      copy.end();
      newest = Optional.empty();
      lane.forget();
    }
  }
}
