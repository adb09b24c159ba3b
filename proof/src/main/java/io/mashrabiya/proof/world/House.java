package io.mashrabiya.proof.world;

import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.clock.HomeClock;
import io.mashrabiya.home.desk.Desk;
import io.mashrabiya.home.link.Greeting;
import io.mashrabiya.home.live.Live;
import io.mashrabiya.home.live.Outlet;
import io.mashrabiya.home.store.HomeFolder;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.Track;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.LinkProof;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One household's home: the desk and the seals that run in production, on a folder of their own,
/// and cameras that take what [Picture] says.
public final class House implements Hop.Party {
  private static final Duration REDIAL = Duration.ofMillis(500);
  private static final int GROUP_FRAMES = 4;
  private static final Track SOUND = Track.sound(SoundFormat.telephone(SoundCodec.PCMU));

  private final World world;
  private final int number;
  private final DataFolder folder;
  private final Map<CameraId, Integer> cameras = new LinkedHashMap<>();
  private final Map<CameraId, Long> taken = new LinkedHashMap<>();
  private final Map<CameraId, Long> frames = new LinkedHashMap<>();
  private Set<CameraId> open = Set.of();
  private @Nullable Running running;
  private @Nullable HouseholdId household;
  private @Nullable HomeCertificate certificate;
  private @Nullable Hop control;
  private @Nullable Hop media;
  private boolean isReplaced;

  /// What there is of it while it runs.
  private record Running(HomeFolder data, Live live, Desk desk) {}

  House(World world, int number, Path folder, int cameraCount) {
    this.world = world;
    this.number = number;
    this.folder = new DataFolder(folder);
    for (int i = 0; i < cameraCount; i++) {
      var id = new CameraId(7, i + 1L); // the same in each house: nothing hangs on ids that differ
      cameras.put(id, i);
      taken.put(id, 0L);
    }
  }

  @Override
  public String name() {
    return "home " + (char) ('A' + number);
  }

  int number() {
    return number;
  }

  public Set<CameraId> cameras() {
    return cameras.keySet();
  }

  /// Which of the house's it is.
  Optional<Integer> index(CameraId camera) {
    return Optional.ofNullable(cameras.get(camera));
  }

  public HouseholdId household() {
    return Objects.requireNonNull(household);
  }

  public HomeCertificate certificate() {
    return Objects.requireNonNull(certificate);
  }

  DataFolder folder() {
    return folder;
  }

  boolean isRunning() {
    return running != null;
  }

  /// Whom it takes for devices of the household.
  Set<DeviceId> members() {
    return run().data.state().roster().members().keySet();
  }

  private Running run() {
    if (running == null) {
      throw new IllegalStateException(name() + " does not run");
    }
    return running;
  }

  /// Whether it runs and serves nobody, knowing that it is an old copy of itself.
  boolean isBehind() {
    return running != null && running.desk.isBehind();
  }

  /// Whether it runs in vain: behind, or refused by the relay for another with a newer certificate,
  /// which an old copy may never learn otherwise.
  boolean isDark() {
    return isBehind() || (running != null && isReplaced);
  }

  void start() throws IOException {
    HomeFolder data = folder.open(world.time()::wall);
    household = data.household();
    certificate = data.keys().certificate();
    HomeClock clock = new HomeClock(world.time()::wall, () -> world.time().now().toNanos());
    Set<CameraId> ids = new LinkedHashSet<>(cameras.keySet());
    Live live =
        new Live(data, ids, (of, settings, into) -> new NoCopy(), new Line(), clock.instant());
    Desk desk =
        new Desk(data, Relay.ORIGIN, clock, ZoneOffset.UTC, ids, new Lenses(), live, this::says);
    running = new Running(data, live, desk);
    isReplaced = false;
    dial();
  }

  /// As when the machine's plug is pulled.
  void stop() throws IOException {
    if (running != null) {
      Running stopped = running;
      hangUp();
      running = null;
      stopped.data.close();
    }
  }

  private void hangUp() {
    world.middle().hangUp(media, control);
    media = null;
    control = null;
  }

  private void dial() {
    if (running != null && control == null) {
      control = world.middle().connect(Door.HOME, this);
    }
  }

  PairingLink invite() {
    return run().desk.invite(InviteTerms.ONE_DEVICE).link();
  }

  // ---- what it hears ----

  @Override
  public void hears(Hop hop, Message message) {
    if (running == null || hop != control) {
      return; // of an acknowledgement it only knows that the line takes more
    }
    try {
      hears(message.toHome().orElseThrow(() -> new Malformed("control", 0)));
    } catch (Malformed e) {
      world.middle().cut(hop);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void hears(HomeHears message) throws IOException {
    switch (message) {
      case HomeHears.Ask ask -> prove(ask);
      case HomeHears.Welcome(Ticket ticket) -> {
        isReplaced = false;
        for (HomeSays said : run().desk.introduction()) {
          says(said);
        }
        openMedia(ticket);
      }
      case HomeHears.NewTicket(Ticket ticket) -> openMedia(ticket);
      case HomeHears.Post post -> run().desk.letter(post);
      case HomeHears.Enrol enrol -> run().desk.enrol(enrol);
      case HomeHears.Bye(ByeReason reason) -> {
        isReplaced = reason == ByeReason.REPLACED;
        hangUp();
        world.time().after(REDIAL, this::dial);
      }
      case HomeHears.Rival _, HomeHears.BackSoon _ -> {}
    }
  }

  private void prove(HomeHears.Ask ask) {
    if (!Greeting.isOf(Relay.ORIGIN, ask)) {
      hangUp();
      world.time().after(REDIAL, this::dial);
      return;
    }
    var keys = run().data.keys();
    world.truth().proves(name(), ask.origin());
    var proof =
        LinkProof.OfHome.sign(keys.household(), ask.nonce(), ask.origin(), keys.home().sign());
    says(new HomeSays.HomeHello(keys.certificate().statement(), proof));
  }

  private void openMedia(Ticket ticket) {
    world.middle().hangUp(media);
    media = world.middle().connect(Door.HOME_MEDIA, this);
    world.middle().says(media, Message.of(new MediaMessage.Ticket(ticket)));
    run().live.resend();
  }

  @Override
  public void ended(Hop hop) {
    if (hop == media) {
      media = null;
      says(new HomeSays.WantTicket());
    } else if (hop == control) {
      hangUp();
      world.time().after(REDIAL, this::dial);
    }
  }

  private void says(HomeSays message) {
    world.truth().homeSays(this, message);
    if (control != null) {
      world.middle().says(control, new Message.Text(message.text()));
    }
  }

  // ---- what it does by itself ----

  void tick() throws IOException {
    if (running != null) {
      run().desk.tick();
    }
  }

  /// Each camera that is open takes a picture.
  void takePictures() {
    if (running == null || isBehind()) {
      return;
    }
    for (CameraId camera : open) {
      Picture picture = next(camera);
      boolean isKey = frames.merge(camera, 1L, Long::sum) % GROUP_FRAMES == 0;
      run()
          .live
          .seal(camera)
          .accept(new Frame(Track.MAIN, picture.takenMicros(), isKey, picture.bytes()));
      if (isKey) {
        world.truth().begins(this, camera, picture);
        Picture heard = next(camera); // a microphone takes pictures, too, as far as truth goes
        run().live.seal(camera).accept(new Frame(SOUND, heard.takenMicros(), true, heard.bytes()));
        if (run().live.seal(camera).isGlimpsed()) {
          Picture small = next(camera);
          run().live.seal(camera).glimpse(small.takenMicros(), small.bytes());
        }
      }
    }
  }

  void takeStills() {
    if (running == null || isBehind()) {
      return;
    }
    for (CameraId camera : open) {
      Picture picture = next(camera);
      world.truth().stands(this, camera, picture);
      run().live.seal(camera).still(picture.takenMicros(), picture.bytes());
    }
  }

  private Picture next(CameraId camera) {
    long counter = taken.merge(camera, 1L, Long::sum);
    var picture =
        new Picture(number, index(camera).orElseThrow(), counter, Micros.of(world.time().wall()));
    world.truth().taken(picture);
    return picture;
  }

  /// What the cameras are told.
  private final class Lenses implements Desk.Cameras {
    @Override
    public List<Desk.Known> all() {
      return cameras.keySet().stream()
          .map(camera ->
              new Desk.Known(
                  camera,
                  "Camera " + cameras.get(camera),
                  open.contains(camera) ? CameraState.LIVE : CameraState.PRIVATE))
          .toList();
    }

    @Override
    public void open(Set<CameraId> now) {
      open =
          cameras.keySet().stream()
              .filter(now::contains)
              .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }

  /// Sealed frames go out as they come.
  private final class Line implements Outlet {
    @Override
    public void offer(CameraId camera, SealedFrame frame) {
      world.truth().sealed(House.this, camera, frame);
      if (media != null) {
        world.middle().says(media, Message.of(new MediaMessage.Frame(camera, frame)));
      }
    }

    @Override
    public void restart(CameraId camera, List<SealedFrame> group) {
      group.forEach(frame -> offer(camera, frame));
    }

    @Override
    public void drop(CameraId camera, io.mashrabiya.wire.sealed.Track track) {}
  }
}
