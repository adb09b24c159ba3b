package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.ffmpeg.Natives;
import io.mashrabiya.media.scene.CameraView;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.MarkListener;
import io.mashrabiya.media.scene.Scene;
import io.mashrabiya.media.scene.VirtualCamera;
import io.mashrabiya.media.scene.VirtualCameraOptions;
import io.mashrabiya.network.shape.Profile;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A relay and two households with three drawn cameras each, running on this machine.
final class DemoHouses implements AutoCloseable {
  private static final List<String> NAMES = List.of("The olive house", "The cedar house");

  private final CaptureClock clock = CaptureClock.startingAt(InstantSource.system());
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Map<String, Home> homes = new LinkedHashMap<>();
  private final MarkListener marks;
  private final Relay relay;

  private DemoHouses(RelayOptions options, Optional<Profile> network, MarkListener marks)
      throws Complaint {
    this.marks = marks;
    this.relay =
        network.isPresent() ? behind(network.get(), options) : keep(LocalRelay.start(options));
  }

  private Relay behind(Profile network, RelayOptions options) throws Complaint {
    DemoLine line = keep(DemoLine.listen(network, options));
    Relay behind = keep(LocalRelay.start(line.behindIt(options)));
    line.leadTo(behind);
    return behind;
  }

  /// Starts all of it; pictures come a moment later.
  ///
  /// @param folder where the households keep their things, each in a folder of its own
  /// @param network a line before the relay; empty: none
  /// @param marks is told of each picture that is drawn
  static DemoHouses start(
      RelayOptions options, Optional<Profile> network, Path folder, MarkListener marks)
      throws Complaint {
    Natives.beginLoading(); // the slowest part, which needs none of the others
    var houses = new DemoHouses(options.withSite(LocalRelay.SITE), network, marks);
    try {
      for (int i = 0; i < NAMES.size(); i++) {
        houses.open(i, folder.resolve("household-" + (i + 1)));
      }
      return houses;
    } catch (Complaint | RuntimeException e) {
      houses.close();
      throw e;
    }
  }

  /// Where the viewer is served.
  Origin origin() {
    return relay.origin();
  }

  /// The homes by their households' names.
  Map<String, Home> homes() {
    return Collections.unmodifiableMap(homes);
  }

  private void open(int household, Path folder) throws Complaint {
    Home home =
        keep(
            LocalHome.open(
                new HomeOptions(
                    folder,
                    relay.origin(),
                    NAMES.get(household),
                    cameras(household),
                    Optional.empty())));
    relay.admit(home.household());
    home.start();
    homes.put(NAMES.get(household), home);
  }

  /// One of the six looks by night: the nursery of the first household.
  private List<CameraSettings> cameras(int household) throws Complaint {
    List<CameraSettings> cameras = new ArrayList<>();
    cameras.add(camera(household, Scene.DOOR, Light.DAY, "Front door"));
    cameras.add(
        camera(household, Scene.NURSERY, household == 0 ? Light.NIGHT : Light.DAY, "Nursery"));
    cameras.add(camera(household, Scene.LIVING, Light.DAY, "Living room"));
    return cameras;
  }

  /// The number in its mark tells the household in the hundreds and the scene in the ones.
  private CameraSettings camera(int household, Scene scene, Light light, String name)
      throws Complaint {
    int number = 100 * (household + 1) + List.of(Scene.values()).indexOf(scene);
    var view = CameraView.of(scene, light, name).marked(number);
    try {
      VirtualCamera camera =
          keep(
              VirtualCamera.open(
                  VirtualCameraOptions.of(view).telling(marks).hearing(sound(scene)), clock));
      return new CameraSettings(name, camera.address(), Optional.empty());
    } catch (IOException e) {
      throw new Complaint(
          Exit.NETWORK, say("A drawn camera cannot listen on the loopback address."), e);
    }
  }

  /// Each room in another codec, so that all are tried.
  private static SoundCodec sound(Scene scene) {
    return switch (scene) {
      case DOOR -> SoundCodec.AAC;
      case NURSERY -> SoundCodec.OPUS;
      case LIVING -> SoundCodec.PCMA;
    };
  }

  private <T extends AutoCloseable> T keep(T thing) {
    running.push(thing);
    return thing;
  }

  /// Ends it, the last started first.
  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("a part of the demo cannot be closed", e);
      }
    }
  }
}
