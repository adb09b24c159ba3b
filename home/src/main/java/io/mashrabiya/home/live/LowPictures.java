package io.mashrabiya.home.live;

import io.mashrabiya.media.Frame;
import io.mashrabiya.wire.ids.CameraId;
import java.util.List;
import java.util.function.Supplier;

/// A camera's pictures for slow lines: the smallest copy, on a lane of its own. Made only while
/// somebody needs it.
///
/// Not thread-safe: its camera's lock guards it.
final class LowPictures {
  private final PictureLane lane;
  private final SmallCopy copy;

  /// @param mainGroup the main stream's newest group
  /// @param copied takes the copy's frames to [#acceptCopy], under the camera's lock
  LowPictures(
      CameraId camera,
      PictureLane lane,
      Copier copier,
      Supplier<List<Frame>> mainGroup,
      SmallCopy.Into copied) {
    this.lane = lane;
    this.copy = new SmallCopy(camera, CopySize.LOW, copier, mainGroup, copied);
  }

  /// The main stream's next picture, which is in its group already.
  void accept(Frame frame) {
    if (lane.isLeased()) {
      copy.accept(frame);
    }
  }

  void acceptCopy(int from, Frame frame) {
    if (copy.isNewest(from) && lane.isLeased()) {
      lane.accept(frame);
    }
  }

  /// What is made on demand is old when it is asked for the next time: nothing of it is kept.
  void lease(boolean wanted) {
    if (!lane.lease(wanted)) {
      return;
    }
    lane.forget();
    if (wanted) {
      copy.begin();
    } else {
      copy.end();
    }
  }
}
