package io.mashrabiya.device.open;

import io.mashrabiya.device.accept.Age;
import io.mashrabiya.device.accept.Counts;
import io.mashrabiya.device.link.ControlLink;
import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.device.link.MediaLink;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Purpose;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Track;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A device at work: connected to its relay, it asks its home, looks at cameras, and beats.
/// Blocking; any thread may call it. What it decides is [Looking]'s.
///
/// Three virtual threads belong to it: one reads the control link, one the media link, one beats.
/// Sights come from them and must be taken quickly. When a link ends or the home comes back under a
/// newer certificate, all ends with [Sight.Ended]: connect again with [#membership].
public final class Device implements AutoCloseable {
  private static final Duration BEAT_EACH = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// An answer that took longer than this bounds no age any more.
  private static final Duration BEAT_PATIENCE = Duration.ofSeconds(60);

  private static final Duration SILENCE = Duration.ofDays(1);

  private final Consumer<Sight> sights;
  private final ControlLink control;
  private final MediaLink media;
  private final Looking looking;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean closed = new AtomicBoolean();

  private Device(
      DeviceHears.Welcome welcome,
      Membership membership,
      Clocks clocks,
      Consumer<Sight> sights,
      ControlLink control,
      MediaLink media) {
    this.sights = sights;
    this.control = control;
    this.media = media;
    looking = new Looking(clocks, sights, membership, welcome.online(), new Links());
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
        ControlLink.connect(http, membership.origin(), ask -> Looking.hello(membership, ask));
    try {
      if (!(greeted.welcome() instanceof DeviceHears.Welcome welcome)) {
        throw new LinkFailed("the relay did not welcome the device");
      }
      Membership current = Knowledge.under(membership, welcome.certificate());
      MediaLink media = MediaLink.connect(http, membership.origin(), welcome.ticket());
      Device device = new Device(welcome, current, clocks, sights, greeted.link(), media);
      device.start();
      return device;
    } catch (LinkFailed | RuntimeException e) {
      greeted.link().close();
      throw e;
    }
  }

  private final class Links implements Looking.Outward {
    @Override
    public void say(DeviceSays message) throws LinkFailed {
      control.send(message);
    }

    @Override
    public void say(MediaMessage message) throws LinkFailed {
      media.send(message);
    }

    @Override
    public void aside(Runnable deed) {
      Thread.ofVirtual().name("device-report").start(deed);
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
    return looking.membership();
  }

  /// Whether the relay says that the home's link is up.
  public boolean homeOnline() {
    return looking.homeOnline();
  }

  public Asked<Answer.HouseholdAnswer> household() throws LinkFailed, InterruptedException {
    return asked(looking.ask(Request.Household::new), Answer.HouseholdAnswer.class);
  }

  /// Opens a session with a camera and subscribes to its pictures; what comes goes to the sights.
  public Asked<Answer.Opened> open(CameraId camera) throws LinkFailed, InterruptedException {
    return asked(looking.open(camera, Purpose.VIEW), Answer.Opened.class);
  }

  /// The same for its sound.
  public Asked<Answer.Opened> listen(CameraId camera) throws LinkFailed, InterruptedException {
    return asked(looking.open(camera, Purpose.LISTEN), Answer.Opened.class);
  }

  /// Ends all sessions with a camera; the answer is the last one's.
  public Asked<Answer.Done> close(CameraId camera) throws LinkFailed, InterruptedException {
    Iterator<RequestHash> sessions = looking.watches().closed(camera).iterator();
    if (!sessions.hasNext()) {
      throw new IllegalStateException("no session with " + camera);
    }
    for (Track track : Track.values()) {
      media.send(new MediaMessage.Unsubscribe(camera, track));
    }
    Asked<Answer.Done> asked = close(sessions.next());
    while (sessions.hasNext()) {
      asked = close(sessions.next());
    }
    return asked;
  }

  private Asked<Answer.Done> close(RequestHash session) throws LinkFailed, InterruptedException {
    return asked(looking.ask(stamp -> new Request.Close(stamp, session)), Answer.Done.class);
  }

  /// What a device that manages may ask.
  public Management management() {
    return new Management(membership(), looking.correspondence(), PATIENCE);
  }

  /// Strikes a device from the household; ruled means that it opens nothing numbered later.
  public Asked<Answer.Ruled> remove(DeviceId device) throws LinkFailed, InterruptedException {
    return management().remove(device);
  }

  /// Asks whether the home is there, besides the beat every 5 s. Sessions that it does not know are
  /// opened again.
  public Asked<Answer.BeatAnswer> beat() throws LinkFailed, InterruptedException {
    return asked(looking.beat(), Answer.BeatAnswer.class, BEAT_PATIENCE);
  }

  /// How old a picture is now, by an upper bound.
  public Age age(long captureMicros) {
    return looking.age(captureMicros);
  }

  /// Whether a picture may be called live now.
  public boolean isLive(long captureMicros) {
    return looking.isLive(captureMicros);
  }

  /// What became of the frames of a camera that were not simply accepted.
  ///
  /// @throws IllegalStateException without a session with it
  public Counts counts(CameraId camera) {
    return looking.counts(camera);
  }

  @Override
  public void close() {
    closed.set(true);
    ended.countDown();
    control.close();
    media.close();
    looking.ended();
  }

  private static <A extends Answer> Asked<A> asked(
      CompletableFuture<Answer> answer, Class<A> expected) throws LinkFailed, InterruptedException {
    return asked(answer, expected, PATIENCE);
  }

  private static <A extends Answer> Asked<A> asked(
      CompletableFuture<Answer> answer, Class<A> expected, Duration patience)
      throws LinkFailed, InterruptedException {
    try {
      return Asked.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS), expected);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof LinkFailed why
          ? why
          : new LinkFailed("the home did not answer", e);
    } catch (TimeoutException e) {
      throw new LinkFailed("the home did not answer", e);
    } finally {
      answer.cancel(false);
    }
  }

  private void readControl() throws LinkFailed, InterruptedException {
    while (true) {
      looking.hears(control.receive(SILENCE));
    }
  }

  private void readMedia() throws LinkFailed, InterruptedException {
    while (true) {
      switch (media.receive(SILENCE)) {
        case MediaLink.Arrived.Frame(MediaMessage.Frame frame) -> looking.arrived(frame);
        case MediaLink.Arrived.Unreadable(CameraId camera) -> looking.unreadable(camera);
        case MediaLink.Arrived.Carries(long bitsPerSecond) -> looking.carries(bitsPerSecond);
      }
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
