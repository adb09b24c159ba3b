package io.mashrabiya.app.command.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.run.UserFolder;
import io.mashrabiya.home.camera.CameraReport;
import io.mashrabiya.home.door.DoorClient;
import io.mashrabiya.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The home that runs on this machine, if one does.
public final class RunningHome {
  /// A home looks at its file twice a second, and twice before it believes it.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration ASK_AGAIN = Duration.ofMillis(100);

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where the home keeps keys and members (default: your data folder).")
  private @Nullable Path data;

  /// Where it is asked, whether or not it runs.
  public DoorClient door(Configuration said) {
    return new DoorClient(
        data == null ? said.data().orElseGet(() -> UserFolder.data("home")) : data);
  }

  /// How its cameras do; empty when none runs.
  Optional<List<CameraReport>> cameras(Configuration said) {
    try {
      return Optional.of(door(said).cameras());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// What became of a camera in the home that runs, in a sentence; empty when none runs.
  ///
  /// @param wanted whether it is to be there from now on
  Optional<Sentence> follow(Configuration said, String camera, boolean wanted)
      throws InterruptedException {
    long endNanos = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Optional<List<CameraReport>> now = cameras(said);
      if (now.isEmpty()) {
        return Optional.empty();
      }
      if (now.get().stream().anyMatch(one -> one.name().equals(camera)) == wanted) {
        return Optional.of(say("The home that runs here has followed."));
      }
      if (System.nanoTime() > endNanos) {
        return Optional.of(
            say(
                "The home that runs here has not followed: it was started with another configuration, or that is at fault; see what it says."));
      }
      Thread.sleep(ASK_AGAIN);
    }
  }
}
