package io.mashrabiya.bench.endurance;

import io.mashrabiya.bench.house.Watcher;
import io.mashrabiya.device.open.Asked;
import io.mashrabiya.device.open.Device;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.Answer.HouseholdAnswer;
import io.mashrabiya.wire.letter.CameraEntry;
import java.io.IOException;
import java.util.List;

/// Somebody who looks at a few cameras at once and goes on to the next one now and then, so that
/// sessions and leases come and go. Owned by one thread.
final class Visits implements AutoCloseable {
  private static final int AT_ONCE = 4;

  /// Nobody ever looks at the cameras after these.
  private static final int VISITED = 8;

  private final Device device;
  private final List<CameraId> cameras;
  private int oldest;

  private Visits(Device device, List<CameraId> cameras) {
    this.device = device;
    this.cameras = cameras;
  }

  static Visits begin(Watcher watcher) throws IOException, InterruptedException {
    Device device = watcher.lookAt(AT_ONCE);
    if (device.household() instanceof Asked.Answered<HouseholdAnswer>(HouseholdAnswer answer)) {
      return new Visits(
          device, answer.cameras().stream().map(CameraEntry::camera).limit(VISITED).toList());
    }
    device.close();
    throw new IOException("the home does not tell its cameras");
  }

  /// Leaves the camera that was looked at for the longest time, and looks at another.
  ///
  /// @throws IOException when the home does not let it, or the link has ended
  void goOn() throws IOException, InterruptedException {
    device.close(cameras.get(oldest % cameras.size()));
    CameraId next = cameras.get((oldest + AT_ONCE) % cameras.size());
    if (device.open(next) instanceof Asked.Refused<?> refused) {
      throw new IOException("the home refuses a session: " + refused.reason());
    }
    oldest++;
  }

  @Override
  public void close() {
    device.close();
  }
}
