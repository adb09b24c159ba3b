package io.mashrabiya.proof.guide;

import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.scene.CameraView;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.MarkSize;
import io.mashrabiya.media.scene.Scene;
import io.mashrabiya.media.scene.VirtualCamera;
import io.mashrabiya.media.scene.VirtualCameraOptions;
import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The house in the guide's pictures: real parts, with rooms that bear no marks and names as people
/// of a language give them.
final class GuideHouse implements AutoCloseable {
  private static final CaptureClock CLOCK = CaptureClock.startingAt(InstantSource.system());

  private final Deque<Runnable> running = new ArrayDeque<>();
  private final Relay relay;
  private final Home home;

  GuideHouse(Path folder, GuideLanguage language) throws Exception {
    relay = Relay.start(Houses.relayOptions());
    running.push(relay::close);
    List<CameraSettings> cameras = new ArrayList<>();
    for (Scene scene : Scene.values()) {
      cameras.add(camera(scene, language.nameOf(scene)));
    }
    home =
        Home.open(
            new HomeOptions(folder, relay.origin(), language.house(), cameras, Optional.empty()));
    running.push(home::close);
    home.start();
  }

  private CameraSettings camera(Scene scene, String name) throws Exception {
    CameraView view = CameraView.of(scene, Light.DAY, name).marked(MarkSize.NONE);
    VirtualCamera camera =
        VirtualCamera.open(VirtualCameraOptions.of(view).hearing(SoundCodec.OPUS), CLOCK);
    running.push(camera::close);
    return new CameraSettings(name, camera.address(), Optional.empty());
  }

  /// A link for one device that may everything.
  String link() {
    return home.invite(InviteTerms.ONE_DEVICE)
        .url(relay.origin().text() + "/", InsecureSecretAccess.token());
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      running.pop().run();
    }
  }
}
