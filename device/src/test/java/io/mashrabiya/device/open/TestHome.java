package io.mashrabiya.device.open;

import io.mashrabiya.device.accept.Moment;
import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.vault.card.ContentKey;
import io.mashrabiya.vault.card.KeyCards;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.vault.letter.HomeLetters;
import io.mashrabiya.vault.letter.RequestOpening;
import io.mashrabiya.vault.seal.FrameSealer;
import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.CameraBeat;
import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Push;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.Track;
import io.mashrabiya.wire.statement.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// A home of one camera and one phone in a few lines, with real keys, cards and letters; and the
/// relay between, which loses nothing and adds nothing.
final class TestHome implements Looking.Outward {
  static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);
  static final CameraId DOOR = new CameraId(1, 1);
  static final Kid MAIN = new Kid(10, Track.MAIN);

  /// Of this the phone has a key, and somebody else seals with it.
  static final Kid FORGED = new Kid(10, Track.SUB);

  final RootKey root = RootKey.generate();
  final HouseholdKeys keys = HouseholdKeys.found(root, NOW);
  final DeviceKeys phone = DeviceKeys.generate();
  final DeviceId id = phone.idIn(keys.household());
  MemberList members = list(1);
  final Membership membership =
      new Membership(
          phone, keys.certificate(), members, "House", new Origin("https://relay.example"));

  final List<Request> asked = new ArrayList<>();
  final List<Letter> letters = new ArrayList<>();
  final List<MediaMessage> media = new ArrayList<>();
  final List<Sight> sights = new ArrayList<>();

  BiFunction<Request, RequestHash, Optional<Answer>> answers = this::answer;
  Duration clock = Duration.ZERO;
  long epoch = 10;
  boolean forgets;

  private final Map<Kid, FrameSealer> sealers = new HashMap<>();
  private final HomeLetters atHome = new HomeLetters(keys);
  private Looking looking;

  Looking begin() throws LinkFailed {
    var ticket = new Ticket(new byte[Ticket.SIZE_BYTES]);
    return begin(new DeviceHears.Welcome(keys.certificate().statement(), true, ticket));
  }

  Looking begin(DeviceHears.Welcome welcome) throws LinkFailed {
    looking =
        Looking.welcomed(
            welcome,
            membership,
            () -> new Moment(clock, Duration.between(Instant.EPOCH, NOW).plus(clock)),
            sights::add,
            this);
    return looking;
  }

  private Optional<Answer> answer(Request request, RequestHash hash) {
    return Optional.of(
        switch (request) {
          case Request.Open open -> opened(hash);
          case Request.Beat beat ->
              new Answer.BeatAnswer(
                  NOW.plus(clock),
                  hash,
                  List.of(new CameraBeat(DOOR, epoch, Optional.empty(), false, CameraState.LIVE)),
                  forgets ? beat.sessions() : List.of(),
                  List.of());
          default -> new Answer.Done(NOW.plus(clock), hash);
        });
  }

  private Answer opened(RequestHash hash) {
    var start = List.of(new TrackStart(MAIN, 3));
    return new Answer.Opened(
        NOW.plus(clock), hash, DOOR, card(1, MAIN, FORGED), epoch, members.statement(), start);
  }

  Optional<Answer> refused(RequestHash hash, RefusedReason reason) {
    return Optional.of(new Answer.Refused(NOW, hash, reason));
  }

  KeyCard card(long number, Kid... kids) {
    List<ContentKey> content =
        Arrays.stream(kids).map(kid -> new ContentKey(DOOR, kid, sealer(kid).baseKey())).toList();
    return KeyCards.make(keys, id, phone.kem().publicKey(), number, content);
  }

  MemberList list(long number) {
    return list(number, NOW);
  }

  /// With the same devices, ruled by a copy that has forgotten the other.
  MemberList otherList(long number) {
    return list(number, NOW.plusSeconds(1));
  }

  private MemberList list(long number, Instant ruled) {
    var version = new Version(keys.certificate().serial(), number);
    return MemberList.issue(
        keys.household(),
        new Edition(version, ruled),
        new TreeMap<>(Map.of(id, phone.sign().publicKey())),
        keys.home().sign());
  }

  HomeCertificate renewed() {
    return HouseholdKeys.renewed(root, keys.certificate().serial(), NOW).certificate();
  }

  private FrameSealer sealer(Kid kid) {
    return sealers.computeIfAbsent(kid, this::newSealer);
  }

  private FrameSealer newSealer(Kid kid) {
    var signer = kid.equals(FORGED) ? Ed25519PrivateKey.generate() : keys.home().sign();
    return new FrameSealer(keys.household(), DOOR, kid, signer);
  }

  /// A key frame of that number; those before it are lost.
  MediaMessage.Frame frame(long number) {
    return frame(sealer(MAIN), number);
  }

  MediaMessage.Frame forged(long number) {
    return frame(sealer(FORGED), number);
  }

  MediaMessage.Frame frameUnder(Kid kid) {
    return frame(sealer(kid), 0);
  }

  MediaMessage.Frame sealedByAnother(long number) {
    return frame(newSealer(MAIN), number);
  }

  private static MediaMessage.Frame frame(FrameSealer sealer, long number) {
    var frame = sealer.seal(Kind.KEY, 100, new byte[] {1});
    while (frame.number() < number) {
      frame = sealer.seal(Kind.KEY, 100 + frame.number(), new byte[] {1});
    }
    return new MediaMessage.Frame(DOOR, frame);
  }

  @Override
  public void say(DeviceSays message) {
    Letter letter = ((DeviceSays.Post) message).letter();
    switch (atHome.open(letter, phone.sign().publicKey())) {
      case RequestOpening.Opened(Request request, RequestHash hash) -> {
        letters.add(letter);
        asked.add(request);
        answers.apply(request, hash).ifPresent(this::say);
      }
      case RequestOpening other -> throw new AssertionError("not opened: " + other);
    }
  }

  void say(Answer answer) {
    try {
      looking.hears(new DeviceHears.Post(atHome.seal(answer, id, phone.kem().publicKey())));
    } catch (LinkFailed e) {
      throw new AssertionError(e);
    }
  }

  DeviceHears push() {
    var push = new Push.HouseholdChanged(NOW, members.statement());
    return new DeviceHears.Post(atHome.seal(push, id, phone.kem().publicKey()));
  }

  @Override
  public void say(MediaMessage message) {
    media.add(message);
  }

  @Override
  public void aside(Runnable deed) {
    deed.run();
  }
}
