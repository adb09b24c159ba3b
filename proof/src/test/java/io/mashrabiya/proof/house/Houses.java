package io.mashrabiya.proof.house;

import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.link.RelayLink.LinkState;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.scene.CameraView;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.MarkSize;
import io.mashrabiya.media.scene.Scene;
import io.mashrabiya.media.scene.VirtualCamera;
import io.mashrabiya.media.scene.VirtualCameraOptions;
import io.mashrabiya.proof.middle.Middleman;
import io.mashrabiya.proof.middle.Mischief;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.testkit.SeenMark;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Households on real parts: drawn cameras over RTSP, a home for each, one relay between them. Each
/// camera's pictures carry a number of their own in their mark, and its bell a pitch of its own:
/// those of house 0 are 100 and upwards, of house 1 200 and upwards.
public final class Houses implements AutoCloseable {
  private static final CaptureClock CLOCK = CaptureClock.startingAt(InstantSource.system());

  /// Starts a relay.
  @FunctionalInterface
  public interface RelayMaker {
    Relay start(RelayOptions options) throws IOException;
  }

  private static final Duration GUARD = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final Deque<Runnable> running = new ArrayDeque<>();
  private final Path folder;
  private final int camerasEach;
  private final Origin origin;
  private final Map<Long, DrawnSoFar> drawn = new HashMap<>();
  private final Map<Integer, List<CameraSettings>> cameras = new HashMap<>();
  private final List<Home> homes = new ArrayList<>();
  private Optional<Relay> relay = Optional.empty();

  private Houses(Path folder, int camerasEach, Origin origin) {
    this.folder = folder;
    this.camerasEach = camerasEach;
    this.origin = origin;
  }

  /// What all relays of the proofs have in common: they serve the viewer, and take in every home.
  public static RelayOptions relayOptions() {
    return RelayOptions.loopback().withSite("viewer/").withAdmission(Admission.open());
  }

  /// Houses of two cameras each at a relay that is there.
  public static Houses at(Relay relay, Path folder, int count) throws Exception {
    Houses houses = new Houses(folder, 2, relay.origin());
    houses.relay = Optional.of(relay);
    houses.running.push(() -> houses.relay.ifPresent(Relay::close));
    return houses.moveIn(count);
  }

  /// One house with cameras of somebody else's, at a relay that is there.
  public static Houses with(CameraSettings theirs, Relay relay, Path folder) throws Exception {
    Houses houses = new Houses(folder, 0, relay.origin());
    houses.relay = Optional.of(relay);
    houses.running.push(() -> houses.relay.ifPresent(Relay::close));
    houses.moveIn(List.of(theirs));
    return houses;
  }

  /// Houses of one camera each, with somebody between them and an honest relay.
  public static Houses behind(Mischief mischief, Path folder, int count) throws Exception {
    return behind(mischief, Relay::start, folder, count);
  }

  /// Houses of one camera each, with somebody between them and some relay.
  public static Houses behind(Mischief mischief, RelayMaker relays, Path folder, int count)
      throws Exception {
    return emptyBehind(mischief, relays, folder, 1).moveIn(count);
  }

  /// One house of two cameras, with somebody between it and an honest relay.
  public static Houses ofTwoCamerasBehind(Mischief mischief, Path folder) throws Exception {
    return emptyBehind(mischief, Relay::start, folder, 2).moveIn(1);
  }

  /// Two houses of two cameras each, with somebody between them and an honest relay. Their cameras
  /// have the same ids: nothing hangs on ids that differ.
  public static Houses ofSameIdsBehind(Mischief mischief, Path folder) throws Exception {
    return emptyBehind(mischief, Relay::start, folder, 2).moveIn(2).withTheSameIds();
  }

  /// Houses of one camera each, with somebody between them and some relay. Their cameras have the
  /// same ids.
  public static Houses ofSameIdsBehind(Mischief mischief, RelayMaker relays, Path folder, int count)
      throws Exception {
    return emptyBehind(mischief, relays, folder, 1).moveIn(count).withTheSameIds();
  }

  private Houses withTheSameIds() throws Exception {
    for (int house = 1; house < homes.size(); house++) {
      home(house).close();
      new StateFile(folder(house)).takeCameraIdsOf(new StateFile(folder(0)));
      homes.set(house, start(house));
    }
    return this;
  }

  private static Houses emptyBehind(
      Mischief mischief, RelayMaker relays, Path folder, int camerasEach) throws Exception {
    Middleman middleman = Middleman.listen(mischief);
    Relay relay = relays.start(relayOptions().withOrigin(middleman.origin()));
    middleman.standBefore(relay.port());
    Houses houses = new Houses(folder, camerasEach, middleman.origin());
    houses.relay = Optional.of(relay);
    houses.running.push(() -> houses.relay.ifPresent(Relay::close));
    houses.running.push(middleman::close);
    return houses;
  }

  /// One house of one camera at a relay somewhere else.
  public static Houses elsewhere(Origin origin, Path folder) throws Exception {
    return new Houses(folder, 1, origin).moveIn(1);
  }

  private Houses moveIn(int count) throws Exception {
    for (int house = 0; house < count; house++) {
      List<CameraSettings> own = new ArrayList<>();
      for (long number : marks(house)) {
        own.add(camera((int) number));
      }
      moveIn(own);
    }
    return this;
  }

  private void moveIn(List<CameraSettings> own) throws Exception {
    int house = homes.size();
    cameras.put(house, own);
    homes.add(start(house));
    running.push(() -> homes.get(house).close());
  }

  private Home start(int house) throws Exception {
    var data = folder(house);
    var settings = cameras.get(house);
    Home home =
        Home.open(
            new HomeOptions(
                data, origin, "The proof's house " + house, settings, Optional.empty()));
    home.start();
    return home;
  }

  /// The home goes, and another comes from the same folder.
  public void restartHome(int house) throws Exception {
    homes.get(house).close();
    homes.set(house, start(house));
  }

  /// The relay goes, and another comes at the same place, which remembers nothing.
  public void restartRelay() throws Exception {
    int port = relay.orElseThrow().port();
    relay.get().close();
    relay = Optional.of(Relay.start(relayOptions().withOrigin(origin).withPort(port)));
  }

  /// The relay goes, and none comes.
  public void stopRelay() {
    relay.orElseThrow().close();
  }

  /// Returns when a house's link to the relay is up.
  public void waitForLink(int house) throws InterruptedException {
    long endNanos = System.nanoTime() + GUARD.toNanos();
    while (home(house).link() != LinkState.UP) {
      if (System.nanoTime() > endNanos) {
        throw new AssertionError("the home's link does not come up");
      }
      Thread.sleep(LOOK_AGAIN); // nobody is told when it does
    }
  }

  /// The numbers in the marks of a house's cameras.
  public Set<Long> marks(int house) {
    Set<Long> numbers = new LinkedHashSet<>();
    for (int camera = 0; camera < camerasEach; camera++) {
      numbers.add(100L * (house + 1) + camera);
    }
    return numbers;
  }

  /// What is sealed to each device of a house is sealed to this key.
  public Map<DeviceId, KemKey> deviceKeys(int house) throws Exception {
    return new StateFile(folder(house)).deviceKeys(home(house).household());
  }

  public Home home(int house) {
    return homes.get(house);
  }

  public Origin origin() {
    return origin;
  }

  /// The data folder of a house.
  public Path folder(int house) {
    return folder.resolve("house-" + house);
  }

  /// The counter in the newest picture that a camera has drawn.
  public long drawn(long camera) {
    return drawn.get(camera).newest();
  }

  /// When the camera drew the picture with this mark.
  public Instant drawnAt(SeenMark mark) {
    return drawn.get(mark.camera()).at(mark.counter());
  }

  /// Whether one of the cameras drew it.
  public boolean isDrawn(SeenMark mark) {
    return drawn.containsKey(mark.camera()) && mark.counter() <= drawn(mark.camera());
  }

  /// A pairing link for one device, as a person clicks it.
  public String link(int house) {
    return invite(house).url(origin.text() + "/", InsecureSecretAccess.token());
  }

  public PairingLink invite(int house) {
    return home(house).invite(InviteTerms.ONE_DEVICE);
  }

  /// The pitch of the bell that rings before a camera each second.
  public static double bellHertz(long camera) {
    return VirtualCamera.bellHertz((int) camera);
  }

  /// What a person calls the camera with this number.
  public static String cameraName(long number) {
    return "The proof's camera " + number;
  }

  private CameraSettings camera(int number) throws Exception {
    Scene scene = Scene.values()[number % Scene.values().length];
    var view =
        CameraView.of(scene, Light.DAY, cameraName(number)).marked(number).marked(MarkSize.LARGE);
    DrawnSoFar counter = new DrawnSoFar();
    drawn.put((long) number, counter);
    SoundCodec sound = SoundCodec.values()[number % SoundCodec.values().length];
    VirtualCamera camera =
        VirtualCamera.open(VirtualCameraOptions.of(view).telling(counter).hearing(sound), CLOCK);
    running.push(camera::close);
    return new CameraSettings(cameraName(number), camera.address(), Optional.empty());
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      running.pop().run();
    }
  }
}
