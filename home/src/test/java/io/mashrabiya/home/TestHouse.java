package io.mashrabiya.home;

import io.mashrabiya.device.open.Clocks;
import io.mashrabiya.device.open.Device;
import io.mashrabiya.device.open.Sight;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.device.pair.Pairing;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.rtsp.RtspUrl;
import io.mashrabiya.media.scene.CameraView;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.Scene;
import io.mashrabiya.media.scene.VirtualCamera;
import io.mashrabiya.media.scene.VirtualCameraOptions;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A household with its relay on loopback, its cameras drawn, its devices in Java: real parts, real
/// sockets.
final class TestHouse implements AutoCloseable {
  static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final Optional<ByeReason> NOT_YET = Optional.of(ByeReason.NO_SUCH_INVITE);

  private final Path data;
  private final VirtualCamera camera;
  private Relay relay;
  private Home home;

  TestHouse(Path data) throws Exception {
    this.data = data;
    this.camera =
        VirtualCamera.open(
            VirtualCameraOptions.of(CameraView.of(Scene.DOOR, Light.DAY, "Door")),
            CaptureClock.startingAt(InstantSource.system()));
    this.relay = Relay.start(RelayOptions.loopback().withAdmission(Admission.open()));
    startHome();
  }

  Home home() {
    return home;
  }

  Path data() {
    return data;
  }

  void startHome() throws Exception {
    home = open(data, relay.origin());
    home.start();
    Eventually.holds(() -> home.link() == io.mashrabiya.home.link.RelayLink.LinkState.UP);
  }

  Home open(Path folder, Origin origin) throws Exception {
    return Home.open(
        new HomeOptions(folder, origin, "Test house", List.of(camera("Door")), Optional.empty()));
  }

  /// Sees the door, whatever it is called.
  CameraSettings camera(String name) {
    return new CameraSettings(name, camera.address(), Optional.empty());
  }

  /// A camera where nobody listens: its port was free a moment ago.
  CameraSettings nowhere(String name) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "rtsp://127.0.0.1:" + free.getLocalPort() + "/live";
      return switch (RtspUrl.read(url)) {
        case RtspUrl.Reading.Understood understood ->
            new CameraSettings(name, understood.address(), Optional.empty());
        case RtspUrl.Reading.Malformed malformed -> throw new AssertionError(malformed);
      };
    }
  }

  void stopHome() {
    home.close();
  }

  /// The relay goes and another comes, at the same place.
  void restartRelay() throws Exception {
    int port = relay.port();
    relay.close();
    relay = Relay.start(RelayOptions.loopback().withPort(port).withAdmission(Admission.open()));
  }

  Membership pair(String name) throws Exception {
    return pair(home.invite(InviteTerms.ONE_DEVICE), name);
  }

  /// The relay may hear of a newcomer before it hears of the invite.
  Membership pair(PairingLink link, String name) throws Exception {
    long endNanos = System.nanoTime() + Eventually.GUARD.toNanos();
    while (true) {
      switch (Pairing.pair(HTTP, link, name)) {
        case Pairing.Outcome.Paired(Membership membership) -> {
          return membership;
        }
        case Pairing.Outcome.NotPaired(var bye) -> {
          if (!bye.equals(NOT_YET) || System.nanoTime() > endNanos) {
            throw new AssertionError("not paired: " + bye);
          }
        }
      }
    }
  }

  Watcher watcher(Membership membership) throws Exception {
    return new Watcher(membership);
  }

  /// A device and what it saw.
  static final class Watcher implements AutoCloseable {
    private final BlockingQueue<Sight> sights = new LinkedBlockingQueue<>();
    private final Device device;

    Watcher(Membership membership) throws Exception {
      device = Device.connect(HTTP, membership, Clocks.ofSystem(), sights::add);
    }

    Device device() {
      return device;
    }

    /// Waits for a sight of a kind.
    <T extends Sight> T sees(Class<T> kind, Predicate<T> which) throws Exception {
      long endNanos = System.nanoTime() + Eventually.GUARD.toNanos();
      while (true) {
        Sight sight = sights.poll(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (sight == null) {
          throw new AssertionError("nothing of the kind was seen");
        }
        if (kind.isInstance(sight) && which.test(kind.cast(sight))) {
          return kind.cast(sight);
        }
      }
    }

    List<Sight> seenSoFar() {
      List<Sight> all = new java.util.ArrayList<>();
      sights.drainTo(all);
      return all;
    }

    @Override
    public void close() {
      device.close();
    }
  }

  @Override
  public void close() {
    home.close();
    relay.close();
    camera.close();
  }
}
