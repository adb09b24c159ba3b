package io.mashrabiya.home.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.authority.Roster;
import io.mashrabiya.home.clock.HomeClock;
import io.mashrabiya.home.live.Live;
import io.mashrabiya.home.live.NoCopies;
import io.mashrabiya.home.live.Outlet;
import io.mashrabiya.home.store.Founding;
import io.mashrabiya.home.store.HomeFolder;
import io.mashrabiya.home.store.HomeFolder.Opening;
import io.mashrabiya.home.store.HouseholdState;
import io.mashrabiya.vault.enrol.Newcomer;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.letter.DeviceLetters;
import io.mashrabiya.vault.letter.HomeLetter;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Manage;
import io.mashrabiya.wire.letter.Purpose;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.letter.Stamp;
import io.mashrabiya.wire.letter.Wish;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A desk with a real data folder, real keys and real seals, at a time that the test sets. What it
/// says is written down, and what it sends of its two cameras is counted as leases only.
final class TestDesk implements AutoCloseable {
  static final CameraId DOOR = new CameraId(1, 1);
  static final CameraId NURSERY = new CameraId(2, 2);
  static final Origin ORIGIN = new Origin("https://relay.example");
  static final long LINK = 7;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path data;
  private final HomeFolder folder;
  private final Live live;
  private final Desk desk;
  private final List<HomeSays> said = new ArrayList<>();
  private Set<CameraId> open = Set.of();
  private Consumer<HomeSays> whenSaid = said::add;
  private Instant wall = Instant.ofEpochSecond(1_800_000_000);
  private long nanos;

  TestDesk(Path data) throws Exception {
    this.data = data;
    this.folder = opened(data);
    HomeClock clock = new HomeClock(() -> wall, () -> nanos);
    Set<CameraId> ids = Set.of(DOOR, NURSERY);
    this.live = new Live(folder, ids, new NoCopies(), new Nowhere(), clock.instant());
    this.desk =
        new Desk(
            folder,
            ORIGIN,
            clock,
            ZoneOffset.UTC,
            ids,
            new TwoCameras(),
            live,
            says -> whenSaid.accept(says));
  }

  /// Which of them are open is written down.
  private final class TwoCameras implements Desk.Cameras {
    @Override
    public List<Desk.Known> all() {
      return List.of(
          new Desk.Known(DOOR, "Door", CameraState.LIVE),
          new Desk.Known(NURSERY, "Nursery", CameraState.SILENT));
    }

    @Override
    public void open(Set<CameraId> now) {
      open = Set.copyOf(now);
    }
  }

  /// The cameras that may be read.
  Set<CameraId> open() {
    return open;
  }

  private static HomeFolder opened(Path data) throws Exception {
    return switch (HomeFolder.open(
        data, new Founding("Test house", Optional.empty()), Instant::now)) {
      case Opening.Opened(HomeFolder folder) -> folder;
      case Opening other -> throw new AssertionError("not opened: " + other);
    };
  }

  Desk desk() {
    return desk;
  }

  Live live() {
    return live;
  }

  HomeCertificate certificate() {
    return folder.keys().certificate();
  }

  /// A member list that this home signed and has forgotten.
  Statement listFromLater() {
    Version version = new Version(certificate().serial(), 1_000);
    return MemberList.issue(
            folder.household(),
            new Edition(version, Instant.EPOCH),
            new TreeMap<>(),
            folder.keys().home().sign())
        .statement();
  }

  // ---- time ----

  Instant now() {
    return wall;
  }

  void pass(Duration time) {
    wall = wall.plus(time);
    nanos += time.toNanos();
  }

  /// Time passes and the machine's timer does not see it.
  void sleep(Duration time) {
    wall = wall.plus(time);
  }

  // ---- the disk ----

  /// The roster as a home would find it that started now.
  Roster onDisk() {
    return stateOnDisk().roster();
  }

  /// The same of all of the state.
  HouseholdState stateOnDisk() {
    try (HomeFolder found = opened(copied())) {
      return found.state();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /// A copy of the data folder as it is now.
  Path copied() throws IOException {
    Path copy = Files.createTempDirectory(data.getParent(), "copy");
    Files.createFile(copy.resolve("lock"));
    for (String file : List.of("keys.json", "state.json")) {
      Files.copy(data.resolve(file), copy.resolve(file));
    }
    return copy;
  }

  /// From now on nothing can be written.
  void breakDisk() throws IOException {
    Files.move(data, aside());
  }

  void mendDisk() throws IOException {
    Files.move(aside(), data);
  }

  private Path aside() {
    return data.resolveSibling("aside");
  }

  // ---- what is said ----

  /// All that was said since this was last asked.
  List<HomeSays> said() {
    List<HomeSays> all = List.copyOf(said);
    said.clear();
    return all;
  }

  /// From now on, this happens at each word.
  void whenSaid(Consumer<HomeSays> consumer) {
    whenSaid = consumer.andThen(said::add);
  }

  static <T extends HomeSays> List<T> only(Class<T> kind, List<HomeSays> all) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// The devices of the one member list that was told.
  Set<DeviceId> members(List<HomeSays> told) throws Malformed {
    List<HomeSays.Members> lists = only(HomeSays.Members.class, told);
    assertThat(lists).hasSize(1);
    return MemberList.verify(lists.getFirst().list(), certificate())
        .orElseThrow()
        .members()
        .keySet();
  }

  // ---- devices ----

  /// A device of the household.
  record Device(DeviceKeys keys, DeviceLetters letters, DeviceId id) {
    static Device of(DeviceKeys keys, HomeCertificate home) {
      return new Device(keys, new DeviceLetters(keys, home), keys.idIn(home.household()));
    }

    HomeHears.Post writes(Request request) {
      return new HomeHears.Post(id, letters.seal(request), LINK);
    }

    /// The one answer among what was said, if there is one.
    Optional<Answer> finds(List<HomeSays> said) {
      return only(HomeSays.Post.class, said).stream()
          .filter(post -> post.device().equals(id) && post.link() == LINK)
          .map(post -> opens(post.letter()))
          .reduce((one, other) -> {
            throw new AssertionError("two answers: " + one + ", " + other);
          });
    }

    private Answer opens(Letter letter) {
      return switch (letters.open(letter)) {
        case HomeLetter.Answered(Answer answer) -> answer;
        case HomeLetter other -> throw new AssertionError("no answer: " + other);
      };
    }
  }

  Device stranger() {
    return Device.of(DeviceKeys.generate(), certificate());
  }

  /// Takes a new device in.
  Device enrolled(String name) throws IOException {
    DeviceKeys keys = DeviceKeys.generate();
    Newcomer newcomer = new Newcomer(desk.invite(InviteTerms.ONE_DEVICE).link(), keys, name);
    enrol(newcomer);
    said();
    return Device.of(keys, certificate());
  }

  void enrol(Newcomer newcomer) throws IOException {
    desk.enrol(new HomeHears.Enrol(newcomer.invitation().id(), LINK, newcomer.message()));
  }

  /// Writes, and opens what is answered.
  Answer asks(Device device, Request request) throws IOException {
    said();
    desk.letter(device.writes(request));
    return device
        .finds(List.copyOf(said))
        .orElseThrow(() -> new AssertionError("no answer to " + request.typ()));
  }

  Request.Open open(CameraId camera) {
    return new Request.Open(
        new Stamp(Nonce.random(RANDOM), wall, Edition.NONE),
        camera,
        Purpose.VIEW,
        List.of("avc1.640028"),
        Wish.ANY);
  }

  Request.Household household() {
    return new Request.Household(new Stamp(Nonce.random(RANDOM), wall, Edition.NONE));
  }

  Manage.Remove remove(Device device) {
    return new Manage.Remove(new Stamp(Nonce.random(RANDOM), wall, Edition.NONE), device.id());
  }

  static Nonce nonce() {
    return Nonce.random(RANDOM);
  }

  /// Whether somebody's lease lets the camera be sent.
  boolean isLeased(CameraId camera) {
    return live.seal(camera).isLeased();
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }

  private record Nowhere() implements Outlet {
    @Override
    public void offer(CameraId camera, SealedFrame frame) {}

    @Override
    public void restart(CameraId camera, List<SealedFrame> group) {}

    @Override
    public void drop(CameraId camera, io.mashrabiya.wire.sealed.Track track) {}
  }
}
