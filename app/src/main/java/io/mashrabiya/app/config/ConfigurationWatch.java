package io.mashrabiya.app.config;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Spoken;
import io.mashrabiya.words.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Looks at the configuration file twice a second, on a thread of its own, and carries what can be
/// followed over into what runs: a home's cameras, or a relay's rules. While it is faulty or gone,
/// everything stays as it was; what could not be carried over because a disk failed is tried again
/// until it is.
public final class ConfigurationWatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ConfigurationWatch.class.getName());
  private static final Duration EVERY = Duration.ofMillis(500);

  private final ConfigurationFile file;
  private final Follower follower;
  private final Consumer<? super Sentence> tell;
  private final CountDownLatch closed = new CountDownLatch(1);
  private Configuration current;
  private Optional<Stamp> read;
  private Optional<Stamp> seen;
  private Sentence trouble = Sentence.NOTHING; // that was told last

  /// What follows a change.
  @FunctionalInterface
  public interface Change {
    /// The file's cameras are others from now on.
    ///
    /// @param now what it says
    void to(Configuration now) throws Complaint, IOException;
  }

  /// Whoever follows some of what the file says.
  public interface Follower {
    /// Carries over what is another now.
    ///
    /// @return what it is; empty when nothing of it is another
    Optional<Sentence> follow(Configuration before, Configuration now)
        throws Complaint, IOException;

    /// What takes effect at the next start only.
    Configuration rest(Configuration of);

    /// What is followed at once, in words.
    Sentence followed();
  }

  /// A home follows its cameras.
  private record Cameras(Path path, Change change) implements Follower {
    @Override
    public Optional<Sentence> follow(Configuration before, Configuration now)
        throws Complaint, IOException {
      if (now.cameras().equals(before.cameras())) {
        return Optional.empty();
      }
      change.to(now);
      return Optional.of(say("The cameras of {0} are now: {1}.", path, names(now.cameras())));
    }

    @Override
    public Configuration rest(Configuration of) {
      return of.withCameras(List.of());
    }

    @Override
    public Sentence followed() {
      return say("its cameras");
    }
  }

  /// How a file looks from outside; another content has another one.
  private record Stamp(FileTime modified, long sizeBytes, @Nullable Object key) {
    static Optional<Stamp> of(Path path) {
      try {
        var found = Files.readAttributes(path, BasicFileAttributes.class);
        return Optional.of(new Stamp(found.lastModifiedTime(), found.size(), found.fileKey()));
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }

  /// @param current what it said when it was read last, which runs already
  /// @param tell takes sentences for the person at the terminal
  public ConfigurationWatch(
      ConfigurationFile file,
      Configuration current,
      Change change,
      Consumer<? super Sentence> tell) {
    this(file, current, new Cameras(file.path(), change), tell);
  }

  /// @param current what it said when it was read last, which runs already
  /// @param tell takes sentences for the person at the terminal
  public ConfigurationWatch(
      ConfigurationFile file,
      Configuration current,
      Follower follower,
      Consumer<? super Sentence> tell) {
    this.file = file;
    this.current = current;
    this.follower = follower;
    this.tell = tell;
    this.read = Optional.empty(); // it may have changed since: the first look reads it again
    this.seen = Optional.empty();
  }

  /// Begins to look, until it is closed.
  public void begin() {
    Thread.ofVirtual().name("configuration").start(this::run);
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

  /// A file that is being written is read when it has stayed the same for one look.
  void look() {
    Optional<Stamp> now = Stamp.of(file.path());
    boolean isAtRest = now.equals(seen);
    if (!isAtRest) {
      trouble = Sentence.NOTHING; // of a file that was another one
    }
    seen = now;
    if (now.isPresent() && isAtRest && !now.equals(read)) {
      read = now;
      carryOver();
    }
  }

  private void carryOver() {
    try {
      Configuration now = Configuration.read(file.path());
      Configuration before = current;
      follower.follow(before, now).ifPresent(tell);
      current = now;
      trouble = Sentence.NOTHING;
      if (!follower.rest(now).equals(follower.rest(before))) {
        tell.accept(
            say(
                "{0}: all but {1} takes effect at the next start.",
                file.path(), follower.followed()));
      }
    } catch (ConfigurationFault | Complaint e) {
      complain(Told.of(e).then("Until that is mended, everything stays as it is."));
    } catch (IOException e) {
      read = Optional.empty(); // the next look tries again
      complain(say("The change could not be stored ({0}); it is tried again.", Told.of(e)));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "following the configuration ended by a fault of ours", e);
      complain(say("The configuration could not be followed, by a fault of ours."));
    }
  }

  private void complain(Sentence what) {
    if (!what.equals(trouble)) {
      trouble = what;
      tell.accept(what);
    }
  }

  private static Spoken names(List<CameraSettings> cameras) {
    return cameras.isEmpty()
        ? say("none")
        : Sentence.listed(cameras.stream().map(CameraSettings::name).toList());
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
