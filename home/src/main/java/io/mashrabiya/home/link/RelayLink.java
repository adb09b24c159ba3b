package io.mashrabiya.home.link;

import io.mashrabiya.home.camera.Backoff;
import io.mashrabiya.home.link.WebSocketLine.Heard;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.statement.Statement;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The home's control link: proves to the relay who it is, introduces the household, and deals with
/// what comes, for as long as the home runs. A link that breaks is made again.
///
/// One virtual thread talks and listens, one sends what the home says; what is said while no link
/// is up is forgotten.
public final class RelayLink implements ControlPost, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RelayLink.class.getName());
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long GOODBYE_MILLIS = 1_000;
  private static final int MOST_BYTES = 2 * Statement.MAX_CHARACTERS;
  private static final int MOST_WAITING = 4_096;

  private final Origin origin;
  private final HttpClient client;
  private final Greeting greeting;
  private final Household household;
  private final MediaLink media;
  private final BlockingQueue<HomeSays> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final LinkPatience patience;
  private final Backoff backoff;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private Optional<Duration> agreedPause = Optional.empty();
  private volatile boolean up;
  private volatile LinkState state = LinkState.DOWN;

  /// How the link stands, for the person who runs the home.
  public enum LinkState {
    UP,
    DOWN,
    /// The relay there says it is another one than the configured.
    OTHER_ORIGIN,
    /// The relay takes no link of this household.
    NOT_ADMITTED,
    /// The relay's operator has suspended this household.
    SUSPENDED,
    /// Somebody else proved to be this home.
    RIVAL
  }

  /// Who deals with what comes.
  public interface Household {
    /// What a relay is told at each welcome.
    Iterable<HomeSays> introduction() throws IOException;

    /// A device wrote.
    void letter(HomeHears.Post came) throws IOException;

    /// A newcomer wrote.
    void enrol(HomeHears.Enrol came) throws IOException;
  }

  /// @param admission the invitation of the relay's operator, if there is one
  public RelayLink(
      HouseholdKeys keys,
      Origin origin,
      Optional<AdmissionCode> admission,
      HttpClient client,
      Household household,
      MediaLink media) {
    this(keys, origin, admission, client, household, media, LinkPatience.DEFAULT);
  }

  RelayLink(
      HouseholdKeys keys,
      Origin origin,
      Optional<AdmissionCode> admission,
      HttpClient client,
      Household household,
      MediaLink media,
      LinkPatience patience) {
    this.greeting = new Greeting(keys, origin, admission, patience.greeting());
    this.origin = origin;
    this.client = client;
    this.household = household;
    this.media = media;
    this.patience = patience;
    this.backoff = new Backoff(patience.firstRedial(), patience.mostRedial(), RANDOM::nextDouble);
    this.thread = Thread.ofVirtual().name("control-link").unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  @Override
  public void say(HomeSays message) {
    if (up && !waiting.offer(message)) {
      up = false; // a relay that does not take what we say is given up, and told anew
    }
  }

  private void run() {
    try {
      while (closed.getCount() > 0) {
        runOnce();
        up = false;
        media.stop();
        closed.await(pause().toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What the relay asked for, once; else longer after each failure.
  private Duration pause() {
    Duration pause = agreedPause.orElseGet(backoff::next);
    agreedPause = Optional.empty();
    return pause;
  }

  private void runOnce() throws InterruptedException {
    try (WebSocketLine line =
        WebSocketLine.connect(
            client, origin.webSocket("/v1/home"), MOST_BYTES, patience.greeting())) {
      switch (greeting.on(line)) {
        case Greeting.Outcome.Welcomed(Ticket ticket) -> {
          welcomed(line, ticket);
          backoff.reset();
          talk(line);
        }
        case Greeting.Outcome.OtherOrigin() -> tell(LinkState.OTHER_ORIGIN);
        case Greeting.Outcome.Refused(ByeReason reason) -> bye(reason);
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "control link", e);
    } catch (Malformed e) {
      LOG.log(Level.WARNING, () -> "the relay does not speak our language: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the control link ended by a fault of ours", e);
    }
    tell(state == LinkState.UP ? LinkState.DOWN : state);
  }

  private void welcomed(WebSocketLine line, Ticket ticket)
      throws IOException, InterruptedException {
    waiting.clear();
    up = true; // before the introduction is put together: what changes meanwhile is said after it
    for (HomeSays message : household.introduction()) {
      line.send(message.text());
    }
    tell(LinkState.UP);
    media.start(ticket);
  }

  private void talk(WebSocketLine line) throws IOException, InterruptedException, Malformed {
    Thread sender = Thread.ofVirtual().name("control-sender").start(() -> send(line));
    try {
      Vigil vigil = new Vigil(patience.quiet(), elapsed());
      while (up && closed.getCount() > 0) {
        switch (vigil.next(elapsed())) {
          case Vigil.Step.Listen(Duration atMost) -> {
            var heard = line.receive(atMost);
            if (heard.isPresent()) {
              vigil.heard(elapsed());
              if (!hear(heard.get())) {
                return;
              }
            }
          }
          case Vigil.Step.Ask() -> line.ping();
          case Vigil.Step.GiveUp() -> throw new IOException("the relay is silent");
        }
      }
    } finally {
      sender.interrupt();
    }
  }

  private static Duration elapsed() {
    return Duration.ofNanos(System.nanoTime());
  }

  private void send(WebSocketLine line) {
    try {
      while (true) {
        line.send(waiting.take().text());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      up = false;
      line.close();
    }
  }

  /// False when the link is over.
  private boolean hear(Heard heard) throws IOException, Malformed {
    return switch (heard) {
      case Heard.Text(String text) -> hear(HomeHears.parse(text));
      case Heard.Pong() -> true;
      case Heard.Bytes(byte[] bytes) -> throw new Malformed("control", 0);
      case Heard.End(String why) -> {
        LOG.log(Level.INFO, () -> "the relay's link is " + why);
        yield false;
      }
    };
  }

  private boolean hear(HomeHears message) throws IOException {
    switch (message) {
      case HomeHears.Post post -> household.letter(post);
      case HomeHears.Enrol enrol -> household.enrol(enrol);
      case HomeHears.NewTicket(Ticket ticket) -> media.start(ticket);
      case HomeHears.Rival() ->
          LOG.log(
              Level.ERROR, "somebody else proved to be this home: a copy of its data folder runs");
      case HomeHears.Bye(ByeReason reason) -> {
        bye(reason);
        return false;
      }
      case HomeHears.BackSoon(long millis) -> {
        backSoon(Duration.ofMillis(millis));
        return false;
      }
      case HomeHears.Ask ask -> LOG.log(Level.DEBUG, "asked again");
      case HomeHears.Welcome welcome -> LOG.log(Level.DEBUG, "welcomed again");
    }
    return true;
  }

  /// It is gone for a moment and says for how long; a relay that names a long one is not waited
  /// for.
  private void backSoon(Duration pause) {
    LOG.log(Level.INFO, () -> "the relay is back in " + pause.toMillis() + " ms");
    boolean isShort = pause.compareTo(patience.mostRedial()) <= 0;
    agreedPause = isShort ? Optional.of(pause) : Optional.empty();
  }

  private void bye(ByeReason reason) {
    LOG.log(Level.WARNING, () -> "the relay ends the link: " + reason.text());
    switch (reason) {
      case NOT_ADMITTED -> tell(LinkState.NOT_ADMITTED);
      case SUSPENDED -> tell(LinkState.SUSPENDED);
      case RIVAL, REPLACED -> tell(LinkState.RIVAL);
      default -> tell(LinkState.DOWN);
    }
  }

  private void tell(LinkState now) {
    if (state != now) {
      LOG.log(Level.INFO, () -> "relay link: " + now);
    }
    state = now;
  }

  public LinkState state() {
    return state;
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
    media.close();
    try {
      thread.join(GOODBYE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
