package io.mashrabiya.home;

import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.camera.CameraReport;
import io.mashrabiya.home.clock.HomeClock;
import io.mashrabiya.home.desk.Desk;
import io.mashrabiya.home.door.Invitations;
import io.mashrabiya.home.door.LocalDoor;
import io.mashrabiya.home.door.Snapshots;
import io.mashrabiya.home.link.MediaLink;
import io.mashrabiya.home.link.RelayLink;
import io.mashrabiya.home.link.RelayLink.LinkState;
import io.mashrabiya.home.live.Live;
import io.mashrabiya.home.live.Outbox;
import io.mashrabiya.home.still.Stills;
import io.mashrabiya.home.store.Founding;
import io.mashrabiya.home.store.HomeFolder;
import io.mashrabiya.home.store.HouseholdState;
import io.mashrabiya.media.worker.DoorCounters;
import io.mashrabiya.media.worker.DoorSettings;
import io.mashrabiya.media.worker.WorkerDoor;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.words.Sentence;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The household's own process, put together. The constructor reads as the way of a picture:
/// cameras -> seals -> outbox -> media link, with the desk beside it, where letters come in.
public final class Home implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Home.class.getName());
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long GOODBYE_MILLIS = 1_000;
  private static final Duration TICK = Duration.ofSeconds(1);

  private final HomeFolder folder;
  private final HttpClient client;
  private final Cameras cameras;
  private final Outbox outbox = new Outbox();
  private final WorkerDoor decoder;
  private final Desk desk;
  private final Stills stills;
  private final LocalDoor door;
  private final RelayLink link;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread clockwork =
      Thread.ofPlatform().daemon().name("home-clockwork").unstarted(this::run);

  private Home(HomeFolder folder, HomeOptions options) throws IOException {
    this.folder = folder;
    HomeClock clock = new HomeClock(InstantSource.system());
    Map<CameraId, CameraSettings> wanted = identified(options.cameras());
    decoder = WorkerDoor.open(DoorSettings.DEFAULT);
    Live live = new Live(folder, wanted.keySet(), decoder::transcode, outbox, clock.instant());
    cameras = new Cameras(live, clock);
    cameras.name(wanted);
    client = RelayClient.open(options.relayAuthority());
    desk =
        new Desk(
            folder,
            options.relay(),
            clock,
            ZoneId.systemDefault(),
            wanted.keySet(),
            cameras,
            live,
            this::say);
    door =
        new LocalDoor(
            options.data(),
            new Snapshots(cameras::sources, decoder),
            cameras::reports,
            new Invitations(desk::inviteFor, cameras::byName, options.relay(), clock));
    stills = new Stills(live::seals, folder, clock, decoder);
    MediaLink media = new MediaLink(options.relay(), client, outbox, live, this::wantTicket);
    link = new RelayLink(folder.keys(), options.relay(), options.admission(), client, desk, media);
  }

  /// Reads the data folder, or founds a household in it. Nothing runs before [#start].
  ///
  /// @throws HomeRefused when the folder cannot be used, in words for its owner
  /// @throws IOException when the disk fails
  public static Home open(HomeOptions options) throws IOException, HomeRefused {
    if (options.cameras().size() > HouseholdState.MAX_CAMERAS) {
      throw new HomeRefused(
          HomeRefused.Reason.TOO_MANY_CAMERAS,
          Sentence.say("A household has at most {0} cameras.", HouseholdState.MAX_CAMERAS)
              .then("Run a second home, with a data folder of its own, for the others."));
    }
    Founding founding = new Founding(options.name(), options.kit());
    return switch (HomeFolder.open(options.data(), founding, InstantSource.system())) {
      case HomeFolder.Opening.InUse(Sentence why) ->
          throw new HomeRefused(HomeRefused.Reason.FOLDER_IN_USE, why);
      case HomeFolder.Opening.Refused(Sentence why) ->
          throw new HomeRefused(HomeRefused.Reason.FOLDER_REFUSED, why);
      case HomeFolder.Opening.Opened(HomeFolder folder) -> open(folder, options);
    };
  }

  private static Home open(HomeFolder folder, HomeOptions options) throws IOException {
    try {
      return new Home(folder, options);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /// Starts cameras and links, which come up behind it; to be called once.
  public void start() {
    if (isBehind()) {
      LOG.log(Level.ERROR, Desk.BEHIND.toString());
    }
    cameras.start();
    stills.start();
    door.open();
    link.start();
    clockwork.start();
  }

  /// Each camera under the id that its name has had here before.
  private Map<CameraId, CameraSettings> identified(List<CameraSettings> settings)
      throws IOException {
    List<String> names = settings.stream().map(CameraSettings::name).toList();
    HouseholdState state = folder.cameras(names, () -> CameraId.random(RANDOM));
    Map<CameraId, CameraSettings> byId = new LinkedHashMap<>();
    for (CameraSettings camera : settings) {
      byId.put(Objects.requireNonNull(state.cameras().get(camera.name())), camera);
    }
    return byId;
  }

  /// These are the cameras from now on, without a restart: devices are told, and those that stay go
  /// on as they are. After [#close] nothing changes any more.
  ///
  /// @param settings at most [HouseholdState#MAX_CAMERAS], with a name of their own each
  /// @throws IOException when the disk fails; what was not carried through then is when it works
  ///   again
  public synchronized void change(List<CameraSettings> settings) throws IOException {
    if (closed.getCount() == 0) {
      return;
    }
    Map<CameraId, CameraSettings> wanted = identified(settings);
    try {
      desk.cameras(wanted.keySet(), () -> cameras.name(wanted));
    } finally {
      cameras.run();
    }
  }

  public HouseholdId household() {
    return folder.household();
  }

  /// Makes an invite: a link that lets a device in.
  public PairingLink invite(InviteTerms terms) {
    return desk.invite(terms).link();
  }

  /// The recovery kit, while it still lies where it was written and is to be moved away.
  public Optional<Path> kitToPutAway() {
    return folder.kitToMoveAway();
  }

  /// How each camera does, in words.
  public List<CameraReport> cameras() {
    return cameras.reports();
  }

  /// How the link to the relay stands.
  public LinkState link() {
    return link.state();
  }

  /// Whether it serves nobody, because it is an old copy of itself.
  public boolean isBehind() {
    return desk.isBehind();
  }

  /// How many pictures its devices refused since the start.
  public long reports() {
    return desk.reports();
  }

  /// How many pictures its cameras have handed on since they began; each is sealed, watched or not.
  public long pictures() {
    return cameras.pictures();
  }

  /// How many groups of pictures were skipped since the start because the line was slow.
  public long groupsSkipped() {
    return outbox.groupsSkipped();
  }

  /// What happened where cameras' pictures are decoded.
  public DoorCounters decoding() {
    return decoder.counters();
  }

  private void say(HomeSays message) {
    link.say(message);
  }

  private void wantTicket() {
    link.say(new HomeSays.WantTicket());
  }

  private void run() {
    try {
      while (!closed.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
        tick();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick() {
    try {
      desk.tick();
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.ERROR, "the home's clockwork", e);
    }
  }

  /// Ends it within a second or two.
  @Override
  public void close() {
    noChangesFromNow();
    join(clockwork);
    link.close();
    cameras.close();
    decoder.close();
    stills.close();
    door.close();
    client.shutdownNow();
    try {
      desk.finish();
      folder.close();
    } catch (IOException e) {
      LOG.log(Level.ERROR, "the data folder", e);
    }
  }

  /// Waits for one that is being made: the folder is the next home's after this one.
  private synchronized void noChangesFromNow() {
    closed.countDown();
  }

  private static void join(Thread thread) {
    try {
      thread.join(GOODBYE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
