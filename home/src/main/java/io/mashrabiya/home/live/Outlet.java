package io.mashrabiya.home.live;

import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.util.List;

/// Where sealed frames go on their way out. Calls for one camera come one at a time and return at
/// once.
public interface Outlet {
  /// The camera's next frame, or its newest still.
  void offer(CameraId camera, SealedFrame frame);

  /// The camera's newest group from its key frame: whatever of it waits is superseded.
  void restart(CameraId camera, List<SealedFrame> group);

  /// What the way out carries, in bit/s; 0 while it has shown no limit.
  default long limitBitsPerSecond() {
    return 0;
  }

  /// Nobody looks or listens any more: what waits of that track need not go.
  void drop(CameraId camera, Track track);
}
