package io.mashrabiya.proof.world;

import io.mashrabiya.device.link.ControlLink;
import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.device.link.MediaLink;
import io.mashrabiya.device.open.Looking;
import io.mashrabiya.device.open.Sight;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.vault.enrol.Newcomer;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Purpose;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.statement.Statement;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A device: what a real one decides with ([Looking]), between links of this world. It looks at all
/// cameras of its house.
public final class Phone implements Hop.Party, Helper {
  private static final Duration BEAT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// Whom the relay has not let in for so long is given up by its owner.
  private static final Duration GIVEN_UP = Duration.ofMinutes(1);

  private final World world;
  private final House house;
  private final int number;
  private final DeviceKeys keys = DeviceKeys.generate();
  private Optional<Newcomer> newcomer = Optional.empty();
  private Optional<PairingLink> link = Optional.empty();
  private Optional<Membership> membership = Optional.empty();
  private @Nullable Looking looking;
  private @Nullable Hop control;
  private @Nullable Hop media;
  private final PhoneClocks clocks;
  private Witness.Visit visit = new Witness.Visit() {};
  private final Set<Wish> opened = new LinkedHashSet<>();
  private boolean listens;
  private boolean isAway;
  private boolean isGone;
  private long received;
  private final Redial redial = new Redial();
  private Duration lastLetIn;
  private boolean isBarred;

  /// What it wants of a camera.
  private record Wish(CameraId camera, Purpose purpose) {}

  Phone(World world, House house, int number) {
    this.world = world;
    clocks = new PhoneClocks(world.time());
    this.house = house;
    this.number = number;
    lastLetIn = world.time().now();
    world.time().every(BEAT, this::beat);
  }

  @Override
  public String name() {
    return "phone " + number + " of " + (char) ('A' + house.number());
  }

  public House house() {
    return house;
  }

  @Override
  public DeviceKeys keys() {
    return keys;
  }

  @Override
  public Optional<Membership> membership() {
    return membership;
  }

  /// What it believes now.
  Optional<Membership> newestMembership() {
    return looking == null ? membership : Optional.of(looking.membership());
  }

  /// Follows a link.
  void pair(PairingLink invited) {
    link = Optional.of(invited);
    newcomer = Optional.of(new Newcomer(invited, keys, name()));
    dial();
  }

  /// Its owner throws it away.
  void leave() {
    isGone = true;
    hangUp();
  }

  /// Whether the relay said that it is none of the household's devices.
  boolean isBarred() {
    return isBarred;
  }

  boolean isGone() {
    return isGone;
  }

  PhoneClocks clocks() {
    return clocks;
  }

  /// Its owner wants to hear, too.
  void listen() {
    listens = true;
  }

  /// Nobody looks at it for so long.
  void putAway(Duration length) {
    if (!isAway) {
      isAway = true;
      hangUp();
      world
          .time()
          .after(
              length,
              () -> {
                isAway = false;
                dial();
              });
    }
  }

  private void dial() {
    if (!isGone && !isAway && control == null) {
      control = world.middle().connect(Door.DEVICE, this);
    }
  }

  private void hangUp() {
    world.middle().hangUp(media, control);
    media = null;
    control = null;
    if (looking != null) {
      membership = Optional.of(looking.membership());
      looking.ended();
      looking = null;
    }
    visit.ends();
    visit = new Witness.Visit() {};
    opened.clear();
  }

  private void dialLater() {
    hangUp();
    world
        .time()
        .after(isBarred ? Redial.barred(world.chance()) : redial.next(world.chance()), this::dial);
  }

  // ---- what it hears ----

  @Override
  public void hears(Hop hop, Message message) {
    if (clocks.isAsleep()) {
      world.time().after(clocks.untilAwake(), () -> hears(hop, message));
      return;
    }
    try {
      if (hop == control) {
        visit.hears(clocks.now(), message);
        hears(message.toDevice().orElseThrow(() -> new LinkFailed("no message of ours")));
      } else if (hop == media && looking != null) {
        visit.sees(clocks.now(), message);
        see(message);
      }
    } catch (LinkFailed e) {
      visit.fails();
      dialLater();
    }
  }

  private void hears(DeviceHears message) throws LinkFailed {
    switch (message) {
      case DeviceHears.Ask ask when looking == null -> greet(ask);
      case DeviceHears.InviteWelcome _ when newcomer.isPresent() ->
          say(new DeviceSays.Enrol(newcomer.get().message()));
      case DeviceHears.Enrolled(byte[] answer) when newcomer.isPresent() -> enrolled(answer);
      case DeviceHears.Welcome welcome when looking == null && membership.isPresent() ->
          welcomed(welcome, membership.get());
      case DeviceHears.Bye(ByeReason reason) when looking == null -> {
        isBarred = reason == ByeReason.NOT_A_MEMBER;
        throw new LinkFailed("sent away");
      }
      default -> {
        if (looking == null) {
          throw new LinkFailed("out of turn");
        }
        if (message instanceof DeviceHears.Post) {
          world.truth().hears(this);
        }
        hears(message, looking);
      }
    }
  }

  private void hears(DeviceHears message, Looking looking) throws LinkFailed {
    try {
      looking.hears(message);
    } finally {
      if (message instanceof DeviceHears.Certificate(Statement shown)) {
        visit.certified(looking.membership().home().statement().equals(shown));
      }
    }
  }

  private void greet(DeviceHears.Ask ask) throws LinkFailed {
    if (!ControlLink.isOf(Relay.ORIGIN, ask)) {
      throw new LinkFailed("another relay");
    }
    if (membership.isPresent()) {
      world.truth().proves(name(), ask.origin());
      say(Looking.hello(membership.get(), ask));
    } else {
      say(
          new DeviceSays.InviteHello(
              link.orElseThrow().household(), newcomer.orElseThrow().invitation().id()));
    }
  }

  private void enrolled(byte[] answer) throws LinkFailed {
    var accepted = newcomer.orElseThrow().accept(answer);
    if (accepted.isEmpty()) {
      leave(); // what a person would do: give up, and ask for another link
      return;
    }
    var taken = accepted.get();
    membership =
        Optional.of(
            new Membership(
                keys, taken.certificate(), taken.memberList(), taken.name(), Relay.ORIGIN));
    newcomer = Optional.empty();
    world.truth().belongs(this, membership.get());
    dialLater();
  }

  private void welcomed(DeviceHears.Welcome welcome, Membership current) throws LinkFailed {
    visit = world.witness().begins(name(), current, clocks.now(), welcome.certificate());
    looking = lookingUnder(welcome, current);
    visit.certified(true);
    redial.succeeded();
    isBarred = false;
    media = world.middle().connect(Door.DEVICE_MEDIA, this);
    received = 0;
    world.truth().looksAnew(this);
    world.middle().says(media, Message.of(new MediaMessage.Ticket(welcome.ticket())));
    open();
  }

  private Looking lookingUnder(DeviceHears.Welcome welcome, Membership current) throws LinkFailed {
    Witness.Visit told = visit;
    try {
      return Looking.welcomed(
          welcome,
          current,
          clocks::now,
          sight -> {
            told.saw(sight);
            saw(sight);
          },
          new Links(told));
    } catch (LinkFailed e) {
      told.certified(false);
      throw e;
    }
  }

  private void see(Message message) throws LinkFailed {
    if (!(message instanceof Message.Bytes(byte[] bytes)) || media == null || looking == null) {
      throw new LinkFailed("no frame");
    }
    MediaLink.Arrived arrived = MediaLink.Arrived.of(bytes);
    if (!(arrived instanceof MediaLink.Arrived.Carries)) {
      received++;
      world.middle().says(media, Message.of(new MediaMessage.Acknowledgement(received)));
    }
    switch (arrived) {
      case MediaLink.Arrived.Frame(MediaMessage.Frame frame) -> looking.arrived(frame);
      case MediaLink.Arrived.Unreadable(CameraId camera) -> looking.unreadable(camera);
      case MediaLink.Arrived.Carries(long bitsPerSecond) -> looking.carries(bitsPerSecond);
    }
  }

  @Override
  public void ended(Hop hop) {
    if (hop == control || hop == media) {
      dialLater();
    }
  }

  private void saw(Sight sight) {
    switch (sight) {
      case Sight.Seen seen -> world.truth().seen(this, seen);
      case Sight.Refused refused -> world.refused(refused.reason());
      case Sight.Ended _ -> {}
    }
  }

  /// Whether it would call a picture of then live.
  boolean callsLive(long takenMicros) {
    return looking != null && !clocks.isAsleep() && looking.isLive(takenMicros);
  }

  /// Says again what is live.
  void look() {
    if (looking != null && !clocks.isAsleep()) {
      visit.looks(clocks.now(), looking::isLive);
    }
  }

  // ---- what it does ----

  private void say(DeviceSays message) {
    if (message instanceof DeviceSays.Post(var letter)) {
      world.truth().asks(house, letter.hash());
      visit.asks(clocks.now(), letter);
    }
    if (control != null) {
      world.middle().says(control, new Message.Text(message.text()));
    }
  }

  /// Opens what it does not look at yet, or in vain.
  private void open() {
    for (CameraId camera : house.cameras()) {
      open(new Wish(camera, Purpose.VIEW));
      if (listens) {
        open(new Wish(camera, Purpose.LISTEN));
      }
    }
  }

  private void open(Wish wish) {
    Looking with = looking;
    if (with != null && opened.add(wish)) {
      ask(
          looking -> looking.open(wish.camera, wish.purpose),
          answer -> {
            if (answer.filter(Answer.Opened.class::isInstance).isEmpty() && looking == with) {
              opened.remove(wish);
            }
          });
    }
  }

  private void beat() {
    Duration now = world.time().now();
    if (isGone) {
      return;
    }
    if (isAway || isBarred || clocks.isAsleep()) {
      lastLetIn = now; // who was removed goes on trying, and may help whoever lies
    } else if (looking != null) {
      lastLetIn = now;
      ask(Looking::beat, answer -> {});
      open();
    } else if (now.minus(lastLetIn).compareTo(GIVEN_UP) > 0) {
      world.tell(() -> name() + " is given up");
      leave();
    }
  }

  /// A way of asking.
  interface Asking {
    CompletableFuture<Answer> of(Looking looking);
  }

  /// Asks the home, and waits for ten seconds at most.
  ///
  /// @param then takes the answer; empty when none came
  void ask(Asking asking, Consumer<Optional<Answer>> then) {
    if (looking == null || clocks.isAsleep()) {
      return;
    }
    CompletableFuture<Answer> asked = asking.of(looking);
    var _ =
        asked.whenComplete((answer, failure) -> {
          world.tell(
              () -> name() + (answer == null ? " gets no answer" : " is told " + word(answer)));
          world.time().after(Duration.ZERO, () -> then.accept(Optional.ofNullable(answer)));
        });
    Runnable gaveUp = visit.patience();
    world
        .time()
        .after(
            PATIENCE,
            () -> {
              if (asked.cancel(false)) {
                gaveUp.run();
              }
            });
  }

  private static String word(Answer answer) {
    return answer instanceof Answer.Refused(var clock, var request, var reason)
        ? "no: " + reason.text()
        : answer.typ().label();
  }

  private final class Links implements Looking.Outward {
    private final Witness.Visit told;

    Links(Witness.Visit told) {
      this.told = told;
    }

    @Override
    public void say(DeviceSays message) {
      Phone.this.say(message);
    }

    @Override
    public void say(MediaMessage message) {
      if (media != null) {
        world.middle().says(media, Message.of(message));
      }
    }

    @Override
    public void aside(Runnable deed) {
      world.time().after(Duration.ZERO, told.aside(deed));
    }
  }
}
