package io.mashrabiya.proof.apart;

import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.scene.CameraView;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.MarkSize;
import io.mashrabiya.media.scene.Scene;
import io.mashrabiya.media.scene.VirtualCamera;
import io.mashrabiya.media.scene.VirtualCameraOptions;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.relay.cache.SealedCache;
import io.mashrabiya.relay.route.Audience;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Two households on real parts: drawn cameras over RTSP, two homes, one relay between them. Each
/// camera's pictures carry a number of their own in their mark.
final class TwoHouses implements AutoCloseable {
  private static final CaptureClock CLOCK = CaptureClock.startingAt(InstantSource.system());

  private final Deque<Runnable> running = new ArrayDeque<>();
  private final Relay relay;
  private final List<Home> homes = new ArrayList<>();

  private TwoHouses(Relay relay) {
    this.relay = relay;
    running.push(relay::close);
  }

  static RelayOptions options() {
    return RelayOptions.loopback().withSite("viewer/");
  }

  static TwoHouses honest(Path folder) throws Exception {
    return new TwoHouses(Relay.start(options())).moveIn(folder);
  }

  /// With a relay that keeps and hands out pictures by these parts.
  static TwoHouses with(SealedCache cache, Audience audience, Path folder) throws Exception {
    return new TwoHouses(Relay.start(options(), cache, audience)).moveIn(folder);
  }

  private TwoHouses moveIn(Path folder) throws Exception {
    for (int house = 0; house < 2; house++) {
      List<CameraSettings> cameras = new ArrayList<>();
      for (long number : marks(house)) {
        cameras.add(camera((int) number));
      }
      var options =
          new HomeOptions(
              folder.resolve("house-" + house),
              relay.origin(),
              "House " + house,
              cameras,
              Optional.empty());
      Home home = Home.open(options);
      running.push(home::close);
      homes.add(home);
      relay.admit(home.household());
      home.start();
    }
    return this;
  }

  /// The numbers in the marks of a house's cameras.
  static Set<Long> marks(int house) {
    return house == 0 ? Set.of(100L, 101L) : Set.of(200L, 201L);
  }

  Home home(int house) {
    return homes.get(house);
  }

  /// A pairing link for one device.
  String link(int house) {
    return home(house)
        .invite(InviteTerms.ONE_DEVICE)
        .url(relay.origin().text() + "/", InsecureSecretAccess.token());
  }

  private CameraSettings camera(int number) throws IOException {
    Scene scene = Scene.values()[number % Scene.values().length];
    var view =
        CameraView.of(scene, Light.DAY, "Camera " + number).marked(number).marked(MarkSize.LARGE);
    VirtualCamera camera = VirtualCamera.open(VirtualCameraOptions.of(view), CLOCK);
    running.push(camera::close);
    return new CameraSettings("Camera " + number, camera.address(), Optional.empty());
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      running.pop().run();
    }
  }
}
