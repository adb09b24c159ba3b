package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.home.Home;
import io.mashrabiya.home.camera.CameraReport;
import io.mashrabiya.home.link.RelayLink.LinkState;
import io.mashrabiya.words.Sentence;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Tells the person at the terminal what is wrong with cameras and relay and what to do about it,
/// once each, and when it is over. Asks the home each second, on a thread of its own.
final class HomeNews implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(1);

  /// A relay that is started a moment later than its home is no news.
  private static final int LOOKS_UNTIL_DOWN = 5;

  private static final String RELAY = "";

  /// No camera has a name with a line end in it.
  private static final String HOME = "\n";

  private static final Sentence BEHIND =
      say("It is an old copy of itself and shows nothing to anybody: it may have forgotten who was removed.")
          .then(
              "Put back the newest copy of its data folder, or stop it and run `mashrabiya home restore --kit` with your recovery kit.");

  private final Home home;
  private final PrintWriter err;

  /// What was told last, by camera's name; relay and home have none.
  private final Map<String, Sentence> told = new HashMap<>();

  private final CountDownLatch closed = new CountDownLatch(1);
  private int looksDown;

  HomeNews(Home home, PrintWriter err) {
    this.home = home;
    this.err = err;
  }

  /// Begins to look, until it is closed.
  void begin() {
    Thread.ofVirtual().name("home-news").start(this::run);
  }

  private void run() {
    try {
      while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    List<CameraReport> cameras = home.cameras();
    told.keySet().removeIf(name -> !isOurs(name) && !names(cameras).contains(name));
    for (CameraReport camera : cameras) {
      tell(camera.name(), camera.words());
    }
    LinkState link = home.link();
    looksDown = link == LinkState.DOWN ? looksDown + 1 : 0;
    tell(RELAY, words(link));
    tell(HOME, home.isBehind() ? BEHIND : Sentence.NOTHING);
  }

  private static boolean isOurs(String name) {
    return name.equals(RELAY) || name.equals(HOME);
  }

  private static Set<String> names(List<CameraReport> cameras) {
    return cameras.stream().map(CameraReport::name).collect(Collectors.toSet());
  }

  private Sentence words(LinkState link) {
    return switch (link) {
      case UP -> Sentence.NOTHING;
      case DOWN ->
          looksDown < LOOKS_UNTIL_DOWN
              ? told.getOrDefault(RELAY, Sentence.NOTHING)
              : say("It is not reached; trying on. Check its address, and that it runs.");
      case OTHER_ORIGIN ->
          say("It says that it is another one: name it by the address that its --origin names.");
      case NOT_ADMITTED ->
          say(
              "It does not take this household in: give its operator the household's id, or ask for an invitation and name it with --relay-invite.");
      case SUSPENDED ->
          say(
              "Its operator has suspended this household: nobody sees its cameras there. Ask the operator why; cameras and keys stay as they are.");
      case RIVAL ->
          say(
              "Somebody else proved to be this home: a copy of its data folder runs. Stop one of them; if your home was restored elsewhere, stop this one.");
    };
  }

  /// @param words what is wrong; empty while all is well
  private void tell(String whom, Sentence words) {
    Sentence before = told.getOrDefault(whom, Sentence.NOTHING);
    if (words.equals(before)) {
      return;
    }
    told.put(whom, words);
    Sentence name =
        switch (whom) {
          case RELAY -> say("The relay");
          case HOME -> say("This home");
          default -> Sentence.quoted(whom);
        };
    err.println(say("{0}: {1}", name, words.isEmpty() ? say("all is well again.") : words));
    err.flush();
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
