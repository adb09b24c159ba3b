package io.mashrabiya.bench.house;

import io.mashrabiya.device.open.Asked;
import io.mashrabiya.device.open.Clocks;
import io.mashrabiya.device.open.Device;
import io.mashrabiya.device.open.Sight;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.device.pair.Pairing;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.letter.Answer.HouseholdAnswer;
import io.mashrabiya.wire.letter.CameraEntry;
import io.mashrabiya.wire.letter.CameraState;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Somebody of the household who looks at all its cameras, by the viewer's twin in this process.
public final class Watcher implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long ASK_AGAIN_NANOS = 100_000_000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Membership membership;

  private Watcher(Premises premises) throws IOException, InterruptedException {
    membership = pair(premises);
  }

  /// Joins the household, as soon as its home can be reached.
  public static Watcher join(Premises premises) throws IOException, InterruptedException {
    return new Watcher(premises);
  }

  private Membership pair(Premises premises) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      if (Pairing.pair(http, premises.invite(), "Watcher")
          instanceof Pairing.Outcome.Paired(Membership taken)) {
        return taken;
      }
      LockSupport.parkNanos(ASK_AGAIN_NANOS); // the relay does not know the home yet
    }
    throw new IOException("the home takes nobody in");
  }

  /// The name that the household has for this device.
  public DeviceId id() {
    return membership.device();
  }

  /// Looks at all cameras from now on; returns when each has shown something.
  ///
  /// @return closing it ends the looking; the home notices when the leases run out
  public Device look() throws IOException, InterruptedException {
    return look(sight -> {});
  }

  /// The same, and tells what is seen.
  public Device look(Consumer<Sight> telling) throws IOException, InterruptedException {
    return look(telling, Integer.MAX_VALUE);
  }

  /// Looks at the first cameras of the household, as soon as all of them are live.
  ///
  /// @param most how many at most
  public Device lookAt(int most) throws IOException, InterruptedException {
    return look(sight -> {}, most);
  }

  private Device look(Consumer<Sight> telling, int most) throws IOException, InterruptedException {
    Set<CameraId> seen = ConcurrentHashMap.newKeySet();
    var first = new LinkedBlockingQueue<CameraId>();
    Consumer<Sight> sights =
        sight -> {
          telling.accept(sight);
          if (sight instanceof Sight.Seen one && one.accepted().paint() && seen.add(one.camera())) {
            first.add(one.camera());
          }
        };
    Device device = Device.connect(http, membership, Clocks.ofSystem(), sights);
    List<CameraEntry> cameras = liveCameras(device).stream().limit(most).toList();
    for (CameraEntry camera : cameras) {
      device.open(camera.camera());
    }
    for (int i = 0; i < cameras.size(); i++) {
      if (first.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS) == null) {
        throw new IOException("not all cameras were seen");
      }
    }
    return device;
  }

  private static List<CameraEntry> liveCameras(Device device)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      if (device.household() instanceof Asked.Answered<HouseholdAnswer>(HouseholdAnswer answer)
          && answer.cameras().stream().allMatch(one -> one.state() == CameraState.LIVE)) {
        return answer.cameras();
      }
      LockSupport.parkNanos(ASK_AGAIN_NANOS); // nobody is told when a camera comes up
    }
    throw new IOException("the cameras do not come up");
  }

  @Override
  public void close() {
    http.close();
  }
}
