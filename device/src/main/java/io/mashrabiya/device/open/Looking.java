package io.mashrabiya.device.open;

import io.mashrabiya.device.accept.Age;
import io.mashrabiya.device.accept.Counts;
import io.mashrabiya.device.accept.Freshness;
import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.vault.letter.DeviceLetters;
import io.mashrabiya.vault.letter.HomeLetter;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Purpose;
import io.mashrabiya.wire.letter.Push;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.letter.Stamp;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.letter.Wish;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.LinkProof;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Track;
import io.mashrabiya.wire.statement.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// All that a device knows and decides while it looks, without sockets, threads and waiting: what
/// was heard goes in, what is to be said goes out, and what is seen goes to the sights.
///
/// Guarantee: every [Sight.Seen] is of the household and camera that was asked for, signed by the
/// certified home, new and in order. Any thread may call.
public final class Looking {
  private static final List<String> DECODES = List.of("avc1.640028");

  private final Clocks clocks;
  private final Consumer<Sight> sights;
  private final Outward outward;
  private final DeviceLetters letters;
  private final Correspondence correspondence;
  private final Watches watches;
  private final Freshness freshness = new Freshness();
  private final Reports reports = new Reports();
  private final AtomicLong beats = new AtomicLong();
  private final Knowledge knowledge;
  private volatile boolean homeOnline;
  private volatile long lineBitsPerSecond; // 0 when nobody knows
  private final Set<RequestHash> renewing = ConcurrentHashMap.newKeySet();

  /// Where it goes what the device says.
  public interface Outward {
    /// On the control link.
    void say(DeviceSays message) throws LinkFailed;

    /// On the media link.
    void say(MediaMessage message) throws LinkFailed;

    /// Does something that may take a while beside the way of the pictures.
    void aside(Runnable deed);
  }

  /// What is asked, with the stamp that each question has.
  public interface Question {
    Request with(Stamp stamp);
  }

  /// Begins under a certificate that was looked at.
  Looking(
      Clocks clocks,
      Consumer<Sight> sights,
      Membership membership,
      boolean homeOnline,
      Outward outward) {
    this.clocks = clocks;
    this.sights = sights;
    this.homeOnline = homeOnline;
    this.outward = outward;
    letters = new DeviceLetters(membership.keys(), membership.home());
    correspondence =
        new Correspondence(
            clocks,
            letters,
            letter -> outward.say(new DeviceSays.Post(letter)),
            this::heard,
            () -> membership().memberList().edition());
    knowledge = new Knowledge(membership, correspondence, outward::aside);
    watches = new Watches(membership.home(), membership.keys(), this::saw);
  }

  /// How a device proves to the relay who it is.
  public static DeviceSays hello(Membership membership, DeviceHears.Ask ask) {
    return new DeviceSays.DeviceHello(
        LinkProof.OfDevice.sign(
            membership.household(),
            membership.device(),
            ask.nonce(),
            ask.origin(),
            membership.keys().sign()));
  }

  /// Begins after the relay's welcome.
  ///
  /// @throws LinkFailed when the relay shows a certificate that is not of the pinned root or is
  ///   older than one already seen
  public static Looking welcomed(
      DeviceHears.Welcome welcome,
      Membership membership,
      Clocks clocks,
      Consumer<Sight> sights,
      Outward outward)
      throws LinkFailed {
    Membership current = Knowledge.under(membership, welcome.certificate());
    return new Looking(clocks, sights, current, welcome.online(), outward);
  }

  /// What the device keeps for the next time: with the newest certificate and member list that it
  /// saw.
  public Membership membership() {
    return knowledge.membership();
  }

  /// Whether the relay says that the home's link is up.
  public boolean homeOnline() {
    return homeOnline;
  }

  Correspondence correspondence() {
    return correspondence;
  }

  /// Asks the home; ends exceptionally when the link does. Whoever waits no more cancels it.
  public CompletableFuture<Answer> ask(Question question) {
    CompletableFuture<Correspondence.Exchange> asked = correspondence.ask(question);
    return bound(asked, asked.thenApply(Correspondence.Exchange::answer));
  }

  /// Whoever cancels what comes of an answer waits for the answer no more.
  private static CompletableFuture<Answer> bound(
      CompletableFuture<Correspondence.Exchange> asked, CompletableFuture<Answer> result) {
    var _ = result.whenComplete((answer, failure) -> asked.cancel(false));
    return result;
  }

  /// Opens a session with a camera and subscribes to its pictures or sound; ends exceptionally when
  /// what is answered is not what was asked.
  public CompletableFuture<Answer> open(CameraId camera, Purpose purpose) {
    CompletableFuture<Correspondence.Exchange> asked =
        correspondence.ask(stamp ->
            new Request.Open(stamp, camera, purpose, DECODES, new Wish(lineBitsPerSecond, 0)));
    return bound(
        asked,
        asked.thenComposeAsync(
            exchange -> {
              try {
                if (exchange.answer() instanceof Answer.Opened opened) {
                  opened(camera, purpose, exchange, opened);
                }
                return CompletableFuture.completedFuture(exchange.answer());
              } catch (LinkFailed e) {
                return CompletableFuture.failedFuture(e);
              }
            },
            outward::aside));
  }

  private void opened(
      CameraId camera, Purpose purpose, Correspondence.Exchange exchange, Answer.Opened opened)
      throws LinkFailed {
    if (!opened.camera().equals(camera)) {
      throw new LinkFailed("the home opened another camera than was asked for");
    }
    Duration now = clocks.now().monotonic();
    List<TrackStart> wanted = watches.opened(purpose, exchange, opened, now);
    for (Track left : watches.left(purpose, opened)) {
      outward.say(new MediaMessage.Unsubscribe(camera, left));
    }
    for (TrackStart track : wanted) {
      outward.say(new MediaMessage.Subscribe(camera, track.kid(), track.first()));
    }
  }

  /// Opens a session anew, because another track would serve it better; what was open ends after
  /// that, and goes on where the home refuses.
  private void renew(Watches.Session session) {
    if (!renewing.add(session.name())) {
      return; // it is under way
    }
    var _ =
        open(session.camera(), session.purpose())
            .whenComplete((answer, failure) -> {
              renewing.remove(session.name());
              if (answer instanceof Answer.Opened) {
                var _ = ask(stamp -> new Request.Close(stamp, session.name()));
              }
            });
  }

  /// Asks whether the home is there. Sessions that it does not know are opened again; those that
  /// another track would serve better, anew.
  public CompletableFuture<Answer> beat() {
    CompletableFuture<Correspondence.Exchange> asked =
        correspondence.ask(stamp ->
            new Request.Beat(
                stamp, beats.incrementAndGet(), watches.sessions(), lineBitsPerSecond));
    return bound(
        asked,
        asked.thenApplyAsync(
            exchange -> {
              if (exchange.answer() instanceof Answer.BeatAnswer answer) {
                watches.beatAnswered(exchange, answer, clocks.now().monotonic());
                for (Watches.Session lost : watches.of(answer.unknown())) {
                  var _ = open(lost.camera(), lost.purpose());
                }
                watches.of(answer.anew()).forEach(this::renew);
              }
              return exchange.answer();
            },
            outward::aside));
  }

  /// The cameras that it looks at.
  Watches watches() {
    return watches;
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

  /// The relay said something on the control link.
  ///
  /// @throws LinkFailed when that ends the link
  public void hears(DeviceHears message) throws LinkFailed {
    switch (message) {
      case DeviceHears.Post(Letter letter) -> read(letter);
      case DeviceHears.Card(var card) -> watches.take(card, clocks.now().monotonic());
      case DeviceHears.Online(boolean online) -> homeOnline = online;
      case DeviceHears.Certificate(Statement certificate) -> {
        knowledge.certificate(certificate);
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

  /// A frame came on the media link.
  public void arrived(MediaMessage.Frame frame) {
    watches.arrived(frame, clocks.now().monotonic());
  }

  /// The relay says what the line carries: the home is told so with the next beat.
  public void carries(long bitsPerSecond) {
    lineBitsPerSecond = bitsPerSecond;
  }

  /// What came as a frame of this camera is none.
  public void unreadable(CameraId camera) {
    watches.unreadable(camera);
  }

  /// The links are gone: whoever waits for an answer, waits in vain.
  public void ended() {
    correspondence.ended();
  }

  private void read(Letter letter) {
    switch (letters.open(letter)) {
      case HomeLetter.Answered(Answer answer) -> correspondence.answered(answer);
      case HomeLetter.Pushed(Push push) -> knowledge.pushed(push);
      case HomeLetter.Refused _ -> {}
    }
  }

  private void heard(Correspondence.Exchange exchange) {
    synchronized (freshness) {
      freshness.answered(exchange.sentAt(), exchange.answer().clock(), clocks.now());
    }
    knowledge.heard(exchange.answer());
  }

  private void saw(Sight sight) {
    sights.accept(sight);
    if (sight instanceof Sight.Refused refused && mayReport(refused)) {
      outward.aside(() -> report(refused)); // a slow control link must not hold up the pictures
    }
  }

  private boolean mayReport(Sight.Refused refused) {
    synchronized (reports) {
      return reports.allows(refused.camera(), watches.cameras(), clocks.now().monotonic());
    }
  }

  private void report(Sight.Refused refused) {
    try {
      correspondence.tell(stamp ->
          new Request.Report(
              stamp, refused.camera(), refused.kid(), refused.number(), refused.reason()));
    } catch (LinkFailed e) {
      // The control link's reader sees it too, and ends everything.
    }
  }
}
