package io.mashrabiya.app.command;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.run.Browser;
import io.mashrabiya.app.run.DataFolder;
import io.mashrabiya.app.run.UntilStopped;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.scene.CameraView;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.MarkLog;
import io.mashrabiya.media.scene.Scene;
import io.mashrabiya.media.scene.VirtualCamera;
import io.mashrabiya.media.scene.VirtualCameraOptions;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A relay and two households that cannot see each other, on this machine, with drawn cameras.
@Command(
    name = "demo",
    header = "Two households with three drawn cameras each, and a relay, on this machine.",
    description =
        "Prints one link per household; each opens the viewer already paired. Nothing leaves this machine.")
public final class DemoCommand implements Callable<Integer> {
  private static final List<String> HOUSEHOLDS = List.of("The olive house", "The cedar house");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "Where the viewer is served (default: "
              + LocalRelay.DEFAULT_PORT
              + "; 0 takes a free one).")
  private int port = LocalRelay.DEFAULT_PORT;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Where both households keep their keys and members (default: your data folder).")
  private @Nullable Path data;

  @Option(names = "--no-open", description = "Opens no browser.")
  private boolean noOpen;

  @Option(
      names = "--mark-log",
      hidden = true,
      description = "Writes when each picture was drawn (docs/ref/virtual-camera.md).")
  private @Nullable Path markLog;

  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (UntilStopped until = UntilStopped.begin()) {
      try {
        Invites invites = start(out);
        out.println(
            "Two households, one relay, nothing in between can look in. Each link opens one household:");
        String first = invites.print();
        invites.listen();
        if (!noOpen) {
          Browser.open(first);
        }
        until.await();
      } finally {
        stop();
      }
    }
    return Exit.DONE.code();
  }

  private Invites start(PrintWriter out) throws Complaint, IOException {
    CaptureClock clock = CaptureClock.startingAt(InstantSource.system());
    MarkLog log = markLog == null ? null : keep(MarkLog.into(markLog));
    Relay relay =
        keep(LocalRelay.start(RelayOptions.loopback().withPort(port).withSite(LocalRelay.SITE)));
    Path folder = data == null ? DataFolder.of("demo") : data;
    Invites invites = new Invites(out, relay.origin(), InviteTerms.DEMONSTRATION);
    for (int i = 0; i < HOUSEHOLDS.size(); i++) {
      List<CameraSettings> cameras = cameras(i, clock, log);
      Path own = folder.resolve("household-" + (i + 1));
      Home home =
          keep(
              LocalHome.open(
                  new HomeOptions(
                      own, relay.origin(), HOUSEHOLDS.get(i), cameras, Optional.empty())));
      relay.admit(home.household());
      home.start();
      invites.add(HOUSEHOLDS.get(i), home);
    }
    return invites;
  }

  /// One of the six looks by night: the nursery of the first household.
  private List<CameraSettings> cameras(int household, CaptureClock clock, @Nullable MarkLog log)
      throws Complaint {
    List<CameraSettings> cameras = new ArrayList<>();
    cameras.add(camera(household, Scene.DOOR, Light.DAY, "Front door", clock, log));
    cameras.add(
        camera(
            household,
            Scene.NURSERY,
            household == 0 ? Light.NIGHT : Light.DAY,
            "Nursery",
            clock,
            log));
    cameras.add(camera(household, Scene.LIVING, Light.DAY, "Living room", clock, log));
    return cameras;
  }

  /// The number in its mark tells the household in the hundreds and the scene in the ones.
  private CameraSettings camera(
      int household,
      Scene scene,
      Light light,
      String name,
      CaptureClock clock,
      @Nullable MarkLog log)
      throws Complaint {
    int number = 100 * (household + 1) + List.of(Scene.values()).indexOf(scene);
    var view = CameraView.of(scene, light, name).marked(number);
    var options = VirtualCameraOptions.of(view);
    try {
      VirtualCamera camera =
          keep(VirtualCamera.open(log == null ? options : options.telling(log), clock));
      return new CameraSettings(name, camera.address(), Optional.empty());
    } catch (IOException e) {
      throw new Complaint(Exit.NETWORK, "A drawn camera cannot listen on the loopback address.", e);
    }
  }

  private <T extends AutoCloseable> T keep(T thing) {
    running.push(thing);
    return thing;
  }

  /// The last started first.
  private void stop() throws Exception {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }
}
