package io.mashrabiya.proof.world;

import io.mashrabiya.device.accept.Freshness;
import io.mashrabiya.device.open.Sight;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.vault.letter.DeviceLetters;
import io.mashrabiya.vault.letter.HomeLetter;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The promises, checked at every picture that a device sees and at every frame that a home seals,
/// by one who knows everything.
public final class Truth {
  private final World world;
  private final Set<Picture> taken = new HashSet<>();
  private final Map<Seal, Integer> seals = new HashMap<>();
  private final Map<Phone, Map<CameraId, Long>> painted = new HashMap<>();
  private final Map<Phone, Set<Seal>> seen = new HashMap<>();
  private final Map<Phone, Instant> struck = new HashMap<>();
  private final Map<House, Map<CameraId, Instant>> closed = new HashMap<>();
  private final Map<Phone, Limit> limited = new HashMap<>();

  private final Set<RequestHash> asked = new HashSet<>();
  private final Set<RequestHash> done = new HashSet<>();
  private long seenCount;

  /// One number of one key.
  private record Seal(int house, CameraId camera, Kid kid, long number) {}

  /// A phone that sees one camera only.
  private record Limit(CameraId left, Instant since) {}

  Truth(World world) {
    this.world = world;
  }

  void taken(Picture picture) {
    taken.add(picture);
  }

  void sealed(House house, CameraId camera, SealedFrame frame) {
    var seal = new Seal(house.number(), camera, frame.kid(), frame.number());
    int hash = Arrays.hashCode(frame.envelope());
    Integer before = seals.putIfAbsent(seal, hash);
    if (before != null && before != hash) {
      world.broken(Promise.NONCE_REPEATED, () -> house.name() + " sealed " + seal + " twice");
    }
  }

  /// A device really wrote this letter.
  void asks(RequestHash letter) {
    asked.add(letter);
  }

  /// What the home says it has done was asked by a device, and is done once.
  void homeSays(House house, HomeSays message) {
    if (message instanceof HomeSays.Post(var device, var letter, var link)) {
      world
          .phone(house, device)
          .map(phone -> new DeviceLetters(phone.keys(), house.certificate()).open(letter))
          .filter(HomeLetter.Answered.class::isInstance)
          .map(opened -> ((HomeLetter.Answered) opened).answer())
          .filter(answer -> answer instanceof Answer.Done || answer instanceof Answer.Ruled)
          .map(Answer::request)
          .filter(request -> !asked.contains(request) || !done.add(request))
          .ifPresent(request ->
              world.broken(
                  Promise.DONE_UNASKED,
                  () -> house.name() + " did once more or unasked what " + device + " asked"));
    }
  }

  /// Somebody signs a challenge of this origin.
  void proves(String name, Origin origin) {
    if (!origin.equals(Relay.ORIGIN)) {
      world.broken(Promise.PROVED_ELSEWHERE, () -> name + " proves itself to " + origin);
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

  // ---- what homes have confirmed ----

  /// It was removed, and belongs to the house no more.
  void struck(Phone phone, Instant since) {
    struck.put(phone, since);
  }

  /// Nobody sees what this camera takes from now on.
  void closed(House house, CameraId camera, Instant since) {
    closed.computeIfAbsent(house, none -> new HashMap<>()).put(camera, since);
  }

  /// Somebody asks that it be seen again.
  void opens(House house, CameraId camera) {
    closed.getOrDefault(house, new HashMap<>()).remove(camera);
  }

  /// It sees no other camera from now on.
  void limited(Phone phone, CameraId left, Instant since) {
    limited.put(phone, new Limit(left, since));
  }

  /// Somebody asks that it may see others than before.
  void changes(Phone phone) {
    limited.remove(phone);
  }

  /// Since when this phone may not see what that camera takes.
  private Stream<Instant> off(Phone phone, CameraId camera) {
    return Stream.of(
            Optional.ofNullable(struck.get(phone)),
            Optional.ofNullable(closed.getOrDefault(phone.house(), Map.of()).get(camera)),
            Optional.ofNullable(limited.get(phone))
                .filter(limit -> !limit.left.equals(camera))
                .map(Limit::since))
        .flatMap(Optional::stream);
  }

  long seenCount() {
    return seenCount;
  }

  void seen(Phone phone, Sight.Seen sight) {
    Optional<Picture> read = Picture.read(sight.picture());
    if (read.isEmpty() || !taken.contains(read.get())) {
      world.broken(Promise.FORGED, () -> phone.name() + " sees what no camera took");
      return;
    }
    seenCount++;
    Picture picture = read.get();
    judgeOrigin(phone, sight, picture);
    judgeOrder(phone, sight);
    judgeStrike(phone, sight, picture);
    judgeAge(phone, picture);
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
      Long before = newest.put(sight.camera(), sight.captureMicros());
      isNewer = before == null || sight.captureMicros() > before;
    }
    if (!isNew || !isNewer) {
      world.broken(Promise.REPLAYED, () -> phone.name() + " sees again " + sight);
    }
  }

  private void judgeStrike(Phone phone, Sight.Seen sight, Picture picture) {
    off(phone, sight.camera())
        .filter(off -> picture.taken().isAfter(off))
        .forEach(off ->
            world.broken(
                Promise.AFTER_STRIKE,
                () -> phone.name() + " sees " + picture + ", confirmed off at " + off));
  }

  private void judgeAge(Phone phone, Picture picture) {
    Duration age = Duration.between(picture.taken(), world.time().wall());
    if (age.compareTo(Freshness.LIVE) > 0 && phone.callsLive(picture.takenMicros())) {
      world.broken(
          Promise.STALE_AS_LIVE,
          () -> phone.name() + " calls live what is " + age.toMillis() + " ms old");
    }
  }

  /// What stands on a phone's screen is judged also when nothing comes.
  void look(Phone phone) {
    phone.newestMembership().ifPresent(membership -> belongs(phone, membership));
    Optional.ofNullable(painted.get(phone))
        .ifPresent(newest ->
            newest.forEach((camera, micros) ->
                judgeAge(phone, new Picture(phone.house().number(), 0, 0, micros))));
  }
}
