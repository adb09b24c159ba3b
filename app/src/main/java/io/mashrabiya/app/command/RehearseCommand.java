package io.mashrabiya.app.command;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.media.scene.MarkListener;
import io.mashrabiya.relay.RelayOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the demo, looks at it once and ends. `./mashrabiya` runs it after each build, so that the
/// JVM remembers what a start needs (an AOT cache, JEP 483 and 514).
@Command(name = "rehearse", hidden = true, header = "Starts the demo, looks at it once and ends.")
public final class RehearseCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FOLDER",
      description = "An empty folder, which may be deleted afterwards.")
  private @Nullable Path data;

  @Override
  public Integer call() throws Complaint, InterruptedException {
    RelayOptions options = RelayOptions.loopback();
    try (DemoHouses houses =
        DemoHouses.start(
            options, Optional.empty(), Path.of(String.valueOf(data)), MarkListener.NONE)) {
      var guest = new Guest(PATIENCE);
      for (Home home : houses.homes().values()) {
        guest.lookBy(home.invite(InviteTerms.ONE_DEVICE));
      }
    }
    return Exit.DONE.code();
  }
}
