package io.mashrabiya.proof.world;

import io.mashrabiya.device.accept.Freshness;
import io.mashrabiya.device.open.Sight;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.vault.letter.DeviceLetters;
import io.mashrabiya.vault.letter.HomeLetter;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.SoundFrame;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The promises, checked at every picture that a device sees and at every frame that a home seals,
/// by one who knows everything.
public final class Truth {
  /// A request is good for 30 s, and a lease for 30 more; and it takes a moment to come.
  private static final Duration UNASKED = Duration.ofSeconds(65);

  private static final Duration HEARD = Duration.ofSeconds(15);

  private final World world;
  private final Set<Picture> taken = new HashSet<>();
  private final Map<Seal, Integer> seals = new HashMap<>();
  private final Map<Phone, Map<Shown, Long>> painted = new HashMap<>();
  private final Map<Phone, Set<Seal>> seen = new HashMap<>();
  private final Map<House, Rulings> rulings = new HashMap<>();
  private final Map<House, Map<CameraId, Instant>> groups = new HashMap<>();
  private final Map<House, Map<CameraId, Instant>> stills = new HashMap<>();
  private final Map<Phone, Map<CameraId, Periods>> periods = new HashMap<>();
  private final Map<House, Instant> asking = new HashMap<>();
  private final Map<Phone, Instant> heard = new HashMap<>();
  private final Set<RequestHash> asked = new HashSet<>();
  private final Set<RequestHash> done = new HashSet<>();
  private long seenCount;

  /// One number of one key.
  private record Seal(int house, CameraId camera, Kid kid, long number) {}

  /// What a device shows of a camera: pictures and sound have an order each.
  private record Shown(CameraId camera, boolean isSound) {}

  Truth(World world) {
    this.world = world;
  }

  void taken(Picture picture) {
    taken.add(picture);
  }

  /// A key frame: a newcomer is shown the newest and what follows.
  void begins(House house, CameraId camera, Picture picture) {
    groups.computeIfAbsent(house, none -> new HashMap<>()).put(camera, picture.taken());
  }

  /// A still: a newcomer is shown the newest.
  void stands(House house, CameraId camera, Picture picture) {
    stills.computeIfAbsent(house, none -> new HashMap<>()).put(camera, picture.taken());
  }

  void sealed(House house, CameraId camera, SealedFrame frame) {
    var seal = new Seal(house.number(), camera, frame.kid(), frame.number());
    int hash = Arrays.hashCode(frame.envelope());
    Integer before = seals.putIfAbsent(seal, hash);
    if (before != null && before != hash) {
      world.broken(Promise.NONCE_REPEATED, () -> house.name() + " sealed " + seal + " twice");
    }
    Instant now = world.time().wall();
    boolean isAsked =
        now.minus(UNASKED).isBefore(asking.getOrDefault(house, Instant.MIN))
            || frame.kid().track() == Track.STILL;
    if (!isAsked) {
      world.broken(Promise.UNASKED, () -> house.name() + " sends pictures to nobody");
    }
  }

  /// A device really wrote this letter.
  void asks(House house, RequestHash letter) {
    asked.add(letter);
    asking.put(house, world.time().wall());
  }

  /// Something came to this device that may be its home's word.
  void hears(Phone phone) {
    heard.put(phone, world.time().wall());
  }

  /// A home said something.
  void homeSays(House house, HomeSays message) {
    if (message instanceof HomeSays.Post(var device, var letter, var link)) {
      switch (letter.statement().typ()) {
        case OPENED -> opens(house, device);
        case RULED -> ruled(house, device, letter);
        default -> {}
      }
    }
  }

  /// Whoever has the home's word for a ruling is not let in by a home that has forgotten it.
  private void opens(House house, DeviceId device) {
    Instant now = world.time().wall();
    world
        .phone(house, device)
        .filter(phone -> rulings(house).isForgottenBefore(phone, now))
        .ifPresent(phone ->
            world.broken(
                Promise.FORGOTTEN,
                () -> house.name() + " forgot what it told " + phone.name() + ", and serves it"));
  }

  /// What the home says it has done was asked by a device, and is done once.
  private void ruled(House house, DeviceId device, Letter letter) {
    world
        .phone(house, device)
        .map(phone -> new DeviceLetters(phone.keys(), house.certificate()).open(letter))
        .filter(HomeLetter.Answered.class::isInstance)
        .map(opened -> ((HomeLetter.Answered) opened).answer())
        .filter(Answer.Ruled.class::isInstance)
        .map(Answer::request)
        .filter(request -> !asked.contains(request) || !done.add(request))
        .ifPresent(request ->
            world.broken(
                Promise.DONE_UNASKED,
                () -> house.name() + " did once more or unasked what " + device + " asked"));
  }

  /// Somebody signs a challenge of this origin.
  void proves(String name, Origin origin) {
    if (!origin.equals(Relay.ORIGIN)) {
      world.broken(Promise.PROVED_ELSEWHERE, () -> name + " proves itself to " + origin);
    }
  }

  /// What it may see of a camera begins now, with what the camera shows last.
  void rightBegins(Phone phone, CameraId camera) {
    periodsOf(phone).put(camera, new Periods(oldestShown(phone.house(), camera)));
  }

  /// It could see that camera before, until the home confirmed that it does not, and now may again.
  void rightBeginsAgain(Phone phone, CameraId camera, Instant ended) {
    periodsOf(phone)
        .computeIfAbsent(camera, none -> new Periods(Instant.MIN))
        .beginAgain(ended, oldestShown(phone.house(), camera));
  }

  private Map<CameraId, Periods> periodsOf(Phone phone) {
    return periods.computeIfAbsent(phone, none -> new HashMap<>());
  }

  private Instant oldestShown(House house, CameraId camera) {
    Instant group = groups.getOrDefault(house, Map.of()).getOrDefault(camera, Instant.MIN);
    Instant still = stills.getOrDefault(house, Map.of()).getOrDefault(camera, Instant.MIN);
    return group.isBefore(still) ? group : still;
  }

  /// The home's newest still is that of a copy from now on, whoever it is shown to.
  void putBack(House house) {
    rulings(house).putBack(world.time().wall());
    periods.keySet().removeIf(phone -> phone.house() == house);
    groups.remove(house);
    stills.remove(house);
  }

  /// Whoever a home takes for its device is one of those that were let in.
  private void members(House house) {
    if (house.isRunning()) {
      house.members().stream()
          .filter(device -> world.phone(house, device).isEmpty())
          .forEach(device ->
              world.broken(Promise.STRANGER_ADMITTED, () -> house.name() + " took in " + device));
    }
  }

  void look(House house) {
    members(house);
    if (house.isBehind()) {
      rulings(house).told(world.time().wall());
    }
  }

  void belongs(Phone phone, Membership membership) {
    if (!membership.household().equals(phone.house().household())) {
      world.broken(Promise.WRONG_HOUSE, () -> phone.name() + " is in " + membership.household());
    }
  }

  /// It holds no frame of before any more: its sessions begin anew.
  void looksAnew(Phone phone) {
    painted.remove(phone);
    seen.remove(phone);
  }

  /// What the home has confirmed.
  Rulings rulings(House house) {
    return rulings.computeIfAbsent(house, none -> new Rulings());
  }

  // ---- what devices see ----

  long seenCount() {
    return seenCount;
  }

  void seen(Phone phone, Sight.Seen sight) {
    Optional<Picture> read = read(sight);
    if (read.isEmpty() || !taken.contains(read.get())) {
      world.broken(Promise.FORGED, () -> phone.name() + " sees what no camera took");
      return;
    }
    seenCount++;
    Picture picture = read.get();
    judgeOrigin(phone, sight, picture);
    judgeOrder(phone, sight);
    judgeStrike(phone, sight, picture);
    judgeBeginning(phone, sight, picture);
    if (sight.kind() != Kind.SOUND) {
      judgeAge(phone, picture);
    }
  }

  private static Optional<Picture> read(Sight.Seen sight) {
    if (sight.kind() != Kind.SOUND) {
      return Picture.read(sight.picture());
    }
    try {
      return Picture.read(SoundFrame.parse(sight.picture()).data());
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  private void judgeOrigin(Phone phone, Sight.Seen sight, Picture picture) {
    if (picture.house() != phone.house().number()) {
      world.broken(Promise.FOREIGN, () -> phone.name() + " sees " + picture);
    } else if (phone.house().index(sight.camera()).filter(own -> own == picture.camera()).isEmpty()
        || sight.captureMicros() != picture.takenMicros()) {
      world.broken(Promise.MISNAMED, () -> phone.name() + " sees " + picture + " as " + sight);
    }
  }

  private void judgeOrder(Phone phone, Sight.Seen sight) {
    var seal = new Seal(phone.house().number(), sight.camera(), sight.kid(), sight.number());
    boolean isNew = seen.computeIfAbsent(phone, none -> new HashSet<>()).add(seal);
    boolean isNewer = true;
    if (sight.accepted().paint()) {
      var newest = painted.computeIfAbsent(phone, none -> new HashMap<>());
      Long before =
          newest.put(new Shown(sight.camera(), sight.kind() == Kind.SOUND), sight.captureMicros());
      isNewer = before == null || sight.captureMicros() > before;
    }
    if (!isNew || !isNewer) {
      world.broken(Promise.REPLAYED, () -> phone.name() + " sees again " + sight);
    }
  }

  private void judgeStrike(Phone phone, Sight.Seen sight, Picture picture) {
    Rulings known = rulings(phone.house());
    known
        .off(phone, sight.camera(), picture.taken())
        .forEach(off ->
            world.broken(
                Promise.AFTER_STRIKE,
                () -> phone.name() + " sees " + picture + ", confirmed off at " + off));
  }

  private void judgeBeginning(Phone phone, Sight.Seen sight, Picture picture) {
    Periods known = periods.getOrDefault(phone, Map.of()).get(sight.camera());
    if (known != null && !known.cover(picture.taken())) {
      world.broken(
          Promise.BEFORE_RIGHT,
          () -> phone.name() + " sees " + picture + " from before its right began");
    }
  }

  private void judgeAge(Phone phone, Picture picture) {
    Duration age = Duration.between(picture.taken(), world.time().wall());
    if (age.compareTo(Freshness.LIVE) > 0 && phone.callsLive(picture.takenMicros())) {
      world.broken(
          Promise.STALE_AS_LIVE,
          () -> phone.name() + " calls live what is " + age.toMillis() + " ms old");
    }
    boolean isHeard =
        world.time().wall().minus(HEARD).isBefore(heard.getOrDefault(phone, Instant.MIN));
    if (!isHeard && phone.callsLive(picture.takenMicros())) {
      world.broken(
          Promise.UNHEARD, () -> phone.name() + " says live though its home has long been silent");
    }
  }

  /// What stands on a phone's screen is judged also when nothing comes.
  void look(Phone phone) {
    phone.newestMembership().ifPresent(membership -> belongs(phone, membership));
    Optional.ofNullable(painted.get(phone))
        .ifPresent(newest ->
            newest.forEach((shown, micros) -> {
              if (!shown.isSound) {
                judgeAge(phone, new Picture(phone.house().number(), 0, 0, micros));
              }
            }));
  }
}
