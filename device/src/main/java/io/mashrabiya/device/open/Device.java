package io.mashrabiya.device.open;

import io.mashrabiya.device.accept.Age;
import io.mashrabiya.device.accept.Counts;
import io.mashrabiya.device.accept.Freshness;
import io.mashrabiya.device.link.ControlLink;
import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.device.link.MediaLink;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.vault.letter.DeviceLetters;
import io.mashrabiya.vault.letter.HomeLetter;
import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Purpose;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.LinkProof;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Track;
import io.mashrabiya.wire.statement.Statement;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// A device at work: connected to its relay, it asks its home, looks at cameras, and beats.
/// Blocking; any thread may call it.
///
/// Guarantee: every [Sight.Seen] is of the household and camera that was asked for, signed by the
/// certified home, new and in order. Three virtual threads belong to it: one reads the control
/// link, one the media link, one beats. Sights come from them and must be taken quickly. When a
/// link ends or the home comes back under a newer certificate, all ends with [Sight.Ended]: connect
/// again with [#membership].
public final class Device implements AutoCloseable {
  private static final Duration BEAT_EACH = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// An answer that took longer than this bounds no age any more.
  private static final Duration BEAT_PATIENCE = Duration.ofSeconds(60);

  private static final Duration SILENCE = Duration.ofDays(1);
  private static final List<String> DECODES = List.of("avc1.640028");

  private final Clocks clocks;
  private final Consumer<Sight> sights;
  private final ControlLink control;
  private final MediaLink media;
  private final DeviceLetters letters;
  private final Correspondence correspondence;
  private final Watches watches;
  private final Freshness freshness = new Freshness();
  private final Reports reports = new Reports();
  private final AtomicLong beats = new AtomicLong();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Membership membership;
  private volatile boolean homeOnline;

  private Device(
      Clocks clocks,
      Consumer<Sight> sights,
      Membership membership,
      ControlLink control,
      MediaLink media,
      boolean homeOnline) {
    this.clocks = clocks;
    this.sights = sights;
    this.membership = membership;
    this.control = control;
    this.media = media;
    this.homeOnline = homeOnline;
    this.letters = new DeviceLetters(membership.keys(), membership.home());
    this.correspondence =
        new Correspondence(
            clocks, letters, letter -> control.send(new DeviceSays.Post(letter)), this::heard);
    this.watches = new Watches(membership.home(), membership.keys(), this::saw);
  }

  /// Proves to the relay which device this is, and opens both links.
  ///
  /// @param sights takes what is seen and what is refused
  /// @throws LinkFailed when the relay cannot be reached, refuses the device, or shows a
  ///   certificate that is not of the pinned root or is older than one already seen
  public static Device connect(
      HttpClient http, Membership membership, Clocks clocks, Consumer<Sight> sights)
      throws LinkFailed, InterruptedException {
    ControlLink.Greeted greeted =
        ControlLink.connect(http, membership.origin(), ask -> hello(membership, ask));
    try {
      if (!(greeted.welcome() instanceof DeviceHears.Welcome welcome)) {
        throw new LinkFailed("the relay did not welcome the device");
      }
      Membership current = under(membership, welcome.certificate());
      MediaLink media = MediaLink.connect(http, membership.origin(), welcome.ticket());
      Device device = new Device(clocks, sights, current, greeted.link(), media, welcome.online());
      device.start();
      return device;
    } catch (LinkFailed | RuntimeException e) {
      greeted.link().close();
      throw e;
    }
  }

  private static DeviceSays hello(Membership membership, DeviceHears.Ask ask) {
    return new DeviceSays.DeviceHello(
        LinkProof.OfDevice.sign(
            membership.household(),
            membership.device(),
            ask.nonce(),
            ask.origin(),
            membership.keys().sign()));
  }

  private static Membership under(Membership membership, Statement certificate) throws LinkFailed {
    try {
      return HomeCertificate.verify(certificate)
          .flatMap(membership::under)
          .orElseThrow(() -> new LinkFailed("the certificate is not of our root, or an old one"));
    } catch (Malformed e) {
      throw new LinkFailed("the relay handed over no certificate", e);
    }
  }

  private void start() {
    Thread.ofVirtual().name("device-control").start(() -> run(this::readControl));
    Thread.ofVirtual().name("device-media").start(() -> run(this::readMedia));
    Thread.ofVirtual().name("device-beat").start(() -> run(this::keepBeating));
  }

  /// What the device keeps for the next time: with the newest certificate and member list that it
  /// saw.
  public Membership membership() {
    return membership;
  }

  /// Whether the relay says that the home's link is up.
  public boolean homeOnline() {
    return homeOnline;
  }

  public Asked<Answer.HouseholdAnswer> household() throws LinkFailed, InterruptedException {
    return ask(Request.Household::new, Answer.HouseholdAnswer.class);
  }

  /// Opens a session with a camera and subscribes to its pictures; what comes goes to the sights.
  public Asked<Answer.Opened> open(CameraId camera) throws LinkFailed, InterruptedException {
    return open(camera, Purpose.VIEW);
  }

  /// The same for its sound.
  public Asked<Answer.Opened> listen(CameraId camera) throws LinkFailed, InterruptedException {
    return open(camera, Purpose.LISTEN);
  }

  private Asked<Answer.Opened> open(CameraId camera, Purpose purpose)
      throws LinkFailed, InterruptedException {
    Correspondence.Exchange exchange =
        correspondence.ask(
            (nonce, time) ->
                new Request.Open(
                    nonce, time, camera, purpose, DECODES, membership.memberList().version()),
            PATIENCE);
    Asked<Answer.Opened> asked = Asked.of(exchange.answer(), Answer.Opened.class);
    if (asked instanceof Asked.Answered<Answer.Opened>(Answer.Opened opened)) {
      if (!opened.camera().equals(camera)) {
        throw new LinkFailed("the home opened another camera than was asked for");
      }
      remember(opened.memberList());
      Duration now = clocks.now().monotonic();
      for (TrackStart track : watches.opened(purpose, exchange, opened, now)) {
        media.subscribe(camera, track.kid(), track.first());
      }
    }
    return asked;
  }

  /// Ends all sessions with a camera; the answer is the last one's.
  public Asked<Answer.Done> close(CameraId camera) throws LinkFailed, InterruptedException {
    Iterator<RequestHash> sessions = watches.closed(camera).iterator();
    if (!sessions.hasNext()) {
      throw new IllegalStateException("no session with " + camera);
    }
    for (Track track : Track.values()) {
      media.unsubscribe(camera, track);
    }
    Asked<Answer.Done> asked = close(sessions.next());
    while (sessions.hasNext()) {
      asked = close(sessions.next());
    }
    return asked;
  }

  private Asked<Answer.Done> close(RequestHash session) throws LinkFailed, InterruptedException {
    return ask((nonce, time) -> new Request.Close(nonce, time, session), Answer.Done.class);
  }

  /// What a device that manages may ask.
  public Management management() {
    return new Management(membership, correspondence, PATIENCE);
  }

  /// Strikes a device from the household; done means that it opens nothing numbered later.
  public Asked<Answer.Done> remove(DeviceId device) throws LinkFailed, InterruptedException {
    return management().remove(device);
  }

  /// Shows a home that is behind the newest member list that this device holds.
  public Asked<Answer.Done> showNewer() throws LinkFailed, InterruptedException {
    Statement list = membership.memberList().statement();
    return ask((nonce, time) -> new Request.Newer(nonce, time, list), Answer.Done.class);
  }

  /// Asks whether the home is there, besides the beat every 5 s. Sessions that it does not know are
  /// opened again.
  public Asked<Answer.BeatAnswer> beat() throws LinkFailed, InterruptedException {
    Correspondence.Exchange exchange =
        correspondence.ask(
            (nonce, time) ->
                new Request.Beat(nonce, time, beats.incrementAndGet(), watches.sessions()),
            BEAT_PATIENCE);
    Asked<Answer.BeatAnswer> asked = Asked.of(exchange.answer(), Answer.BeatAnswer.class);
    if (asked instanceof Asked.Answered<Answer.BeatAnswer>(Answer.BeatAnswer answer)) {
      watches.beatAnswered(exchange, answer, clocks.now().monotonic());
      for (Watches.Session lost : watches.of(answer.unknown())) {
        open(lost.camera(), lost.purpose());
      }
    }
    return asked;
  }

  /// How old a picture is now, by an upper bound.
  public Age age(long captureMicros) {
    synchronized (freshness) {
      return freshness.of(Micros.instant(captureMicros), clocks.now());
    }
  }

  /// Whether a picture may be called live now.
  public boolean isLive(long captureMicros) {
    synchronized (freshness) {
      return freshness.isLive(Micros.instant(captureMicros), clocks.now());
    }
  }

  /// What became of the frames of a camera that were not simply accepted.
  ///
  /// @throws IllegalStateException without a session with it
  public Counts counts(CameraId camera) {
    return watches
        .counts(camera)
        .orElseThrow(() -> new IllegalStateException("no session with " + camera));
  }

  @Override
  public void close() {
    closed.set(true);
    ended.countDown();
    control.close();
    media.close();
    correspondence.ended();
  }

  private <A extends Answer> Asked<A> ask(Correspondence.Question question, Class<A> expected)
      throws LinkFailed, InterruptedException {
    return Asked.of(correspondence.ask(question, PATIENCE).answer(), expected);
  }

  private void heard(Correspondence.Exchange exchange) {
    synchronized (freshness) {
      freshness.answered(exchange.sentAt(), exchange.answer().clock(), clocks.now());
    }
  }

  /// A home that contradicts its own word of before is an old copy of itself, and is told so.
  private void remember(Statement memberList) throws LinkFailed, InterruptedException {
    try {
      if (membership.isContradictedBy(memberList)) {
        showNewer();
      }
      membership = membership.withList(memberList);
    } catch (Malformed e) {
      throw new LinkFailed("the home's member list is none", e);
    }
  }

  private void readControl() throws LinkFailed, InterruptedException {
    while (true) {
      switch (control.receive(SILENCE)) {
        case DeviceHears.Post(Letter letter) -> read(letter);
        case DeviceHears.Card(KeyCard card) -> watches.take(card, clocks.now().monotonic());
        case DeviceHears.Online(boolean online) -> homeOnline = online;
        case DeviceHears.Certificate(Statement certificate) -> {
          membership = under(membership, certificate);
          throw new LinkFailed("the home came back under a newer certificate");
        }
        case DeviceHears.NewTicket unasked -> {}
        case DeviceHears.Ask _,
            DeviceHears.Welcome _,
            DeviceHears.InviteWelcome _,
            DeviceHears.Enrolled _,
            DeviceHears.Known _,
            DeviceHears.BackSoon _,
            DeviceHears.Bye _ ->
            throw new LinkFailed("the relay greets in the middle of a link");
      }
    }
  }

  private void read(Letter letter) {
    switch (letters.open(letter)) {
      case HomeLetter.Answered(Answer answer) -> correspondence.answered(answer);
      case HomeLetter.Pushed _, HomeLetter.Refused _ -> {}
    }
  }

  private void readMedia() throws LinkFailed, InterruptedException {
    while (true) {
      switch (media.receive(SILENCE)) {
        case MediaLink.Arrived.Frame(MediaMessage.Frame frame) ->
            watches.arrived(frame, clocks.now().monotonic());
        case MediaLink.Arrived.Unreadable(CameraId camera) -> watches.unreadable(camera);
      }
    }
  }

  private void saw(Sight sight) {
    sights.accept(sight);
    if (sight instanceof Sight.Refused refused && mayReport(refused)) {
      // Beside the way of the pictures: a slow control link must not hold them up.
      Thread.ofVirtual().name("device-report").start(() -> report(refused));
    }
  }

  private boolean mayReport(Sight.Refused refused) {
    synchronized (reports) {
      return reports.allows(refused.camera(), watches.cameras(), clocks.now().monotonic());
    }
  }

  private void report(Sight.Refused refused) {
    try {
      correspondence.tell((nonce, time) ->
          new Request.Report(
              nonce, time, refused.camera(), refused.kid(), refused.number(), refused.reason()));
    } catch (LinkFailed e) {
      // The control link's reader sees it too, and ends everything.
    }
  }

  /// A beat that waits for its answer does not hold up the next.
  private void keepBeating() throws InterruptedException {
    while (!ended.await(BEAT_EACH.toMillis(), TimeUnit.MILLISECONDS)) {
      Thread.ofVirtual().name("device-beat-answer").start(this::beatOnce);
    }
  }

  private void beatOnce() {
    try {
      beat();
    } catch (LinkFailed e) {
      // Unanswered: the age of what is seen grows, and that is what it says.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Loop {
    void run() throws LinkFailed, InterruptedException;
  }

  /// Whichever of the three ends first ends all, and says so once.
  private void run(Loop loop) {
    try {
      loop.run();
    } catch (LinkFailed e) {
      // Said by the sight below.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (closed.compareAndSet(false, true)) {
        close();
        sights.accept(new Sight.Ended());
      }
    }
  }
}
