package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Exit;
import io.mashrabiya.app.run.Browser;
import io.mashrabiya.app.run.UntilStopped;
import io.mashrabiya.app.run.UserFolder;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.media.scene.MarkListener;
import io.mashrabiya.media.scene.MarkLog;
import io.mashrabiya.network.shape.Profile;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.words.Sentence;
import java.io.PrintWriter;
import java.nio.file.Path;
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
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = Port.class,
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

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description =
          "Lets you feel a bad line: fibre, dsl, lte, train, village or december26 (docs/ref/network.md).")
  private @Nullable Profile network;

  @Option(names = "--no-open", description = "Opens no browser.")
  private boolean noOpen;

  @Option(
      names = "--mark-log",
      hidden = true,
      description = "Writes when each picture was drawn (docs/ref/virtual-camera.md).")
  private @Nullable Path markLog;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (UntilStopped until = UntilStopped.begin();
        MarkLog log = MarkLogs.into(markLog);
        DemoHouses houses =
            DemoHouses.start(
                RelayOptions.loopback().withPort(port),
                Optional.ofNullable(network),
                data == null ? UserFolder.data("demo") : data,
                log == null ? MarkListener.NONE : log)) {
      if (network != null) {
        out.println(LineInWords.of(network));
      }
      var invites = new Invites(out, houses.origin(), InviteTerms.DEMONSTRATION);
      houses.homes().forEach((name, home) -> invites.add(Sentence.quoted(name), home));
      out.println(
          say(
              "Two households, one relay, nothing in between can look in. Each link opens one household:"));
      String first = invites.print();
      invites.listen();
      if (!noOpen) {
        Browser.open(first);
      }
      until.await();
    }
    return Exit.DONE.code();
  }
}
