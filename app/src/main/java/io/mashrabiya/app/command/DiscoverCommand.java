package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.Misunderstood;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.discovery.DiscoveredCamera;
import io.mashrabiya.media.onvif.discovery.Discovery;
import io.mashrabiya.media.onvif.discovery.DiscoverySettings;
import io.mashrabiya.words.Sentence;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists the ONVIF cameras on the network.
@Command(
    name = "discover",
    header = "Lists the cameras on this network that speak ONVIF, and how to add them.",
    description = "Asks everybody on each network of this machine who is a camera.")
public final class DiscoverCommand implements Callable<Integer> {
  private static final int MOST_SECONDS = 60;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "4",
      description = "How long to wait for answers (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--json", description = "For programs: one line of JSON.")
  private boolean json;

  @Option(
      names = "--at",
      paramLabel = "ADDRESS",
      description =
          "Asks only this one: HOST, or HOST:PORT where it hears searches on another UDP port than 3702.")
  private @Nullable String at;

  @Option(
      names = "--user",
      paramLabel = "USER",
      description = "Lists the streams, too, as this user ...")
  private @Nullable String user;

  @Option(
      names = "--password",
      paramLabel = "PASSWORD",
      arity = "0..1",
      description = "... whose password is asked for at each camera when not written here.")
  private @Nullable String password;

  @Override
  public Integer call() throws Exception {
    DiscoverySettings settings = settings();
    if (password != null && user == null) {
      throw wrong(say("--password needs a --user beside it."));
    }
    Discovery.Search search = Discovery.search(settings);
    if (search.networks() == 0) {
      throw new Complaint(
          Exit.NETWORK,
          say(
              "This machine has no network to look for cameras in. Connect it, or name an address by --at."));
    }
    List<FoundCamera> found = ask(search.cameras());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(FoundJson.of(found));
    } else if (found.isEmpty()) {
      spec.commandLine().getErr().println(nobody(search.networks()));
    } else {
      FoundTable.print(found, Optional.ofNullable(user), out);
    }
    out.flush();
    return Exit.DONE.code();
  }

  private DiscoverySettings settings() {
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw wrong(say("--seconds is from 1 to {0}.", MOST_SECONDS));
    }
    Duration patience = Duration.ofSeconds(seconds);
    return at == null
        ? DiscoverySettings.everywhere(patience)
        : DiscoverySettings.alone(address(at), patience);
  }

  private InetSocketAddress address(String typed) {
    int colon = typed.indexOf(':') == typed.lastIndexOf(':') ? typed.indexOf(':') : -1;
    String port = colon < 0 ? Integer.toString(DiscoverySettings.PORT) : typed.substring(colon + 1);
    if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
      throw wrong(say("--at is an address, such as 192.168.1.20."));
    }
    String host = colon < 0 ? typed : typed.substring(0, colon);
    InetSocketAddress address = new InetSocketAddress(host, Integer.parseInt(port));
    if (address.isUnresolved()) {
      throw wrong(say("--at names no host that this machine knows."));
    }
    return address;
  }

  /// Asks for the passwords one after another, and then all cameras at once. One that has not told
  /// everything after a minute is left.
  private List<FoundCamera> ask(List<DiscoveredCamera> cameras)
      throws Complaint, InterruptedException {
    List<Callable<FoundCamera>> questions = new ArrayList<>();
    for (DiscoveredCamera camera : cameras) {
      Optional<Credentials> credentials = credentials(camera);
      questions.add(() -> FoundCamera.ask(camera, credentials));
    }
    List<FoundCamera> found = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<FoundCamera>> answers =
          threads.invokeAll(questions, MOST_SECONDS, TimeUnit.SECONDS);
      for (int i = 0; i < answers.size(); i++) {
        found.add(
            answers.get(i).state() == Future.State.SUCCESS
                ? answers.get(i).resultNow()
                : FoundCamera.silent(cameras.get(i)));
      }
    }
    return found;
  }

  /// A password goes to no camera that a person did not give it to: whoever is on the network may
  /// answer to a search.
  private Optional<Credentials> credentials(DiscoveredCamera camera) throws Complaint {
    if (user == null) {
      return Optional.empty();
    }
    Optional<String> word =
        password == null || password.isEmpty()
            ? Passwords.ask(question(user, camera), spec.commandLine().getOut())
            : Optional.of(password);
    String given =
        word.orElseThrow(
            () -> wrong(say("--user needs a terminal to type at, or a --password beside it.")));
    return given.isEmpty() ? Optional.empty() : Optional.of(Passwords.credentials(user, given));
  }

  private static Sentence question(String user, DiscoveredCamera camera) {
    return say(
        "Password of {0} at {1} ({2}), Enter to skip: ",
        user, FoundCamera.name(camera), camera.address().host());
  }

  private Sentence nobody(int networks) {
    Sentence nobody =
        at == null
            ? say(
                "No camera answered within {0} s (networks of this machine: {1}).",
                seconds, networks)
            : say("No camera answered within {0} s ({1}).", seconds, at);
    return nobody
        .then(
            "Check that the cameras are on and in the same network as this machine (not in a guest network), that ONVIF is switched on in their settings, where many come with it off, and that no firewall blocks UDP port {0}.",
            DiscoverySettings.PORT)
        .then("A camera without ONVIF is added by its rtsp:// address.");
  }

  private Misunderstood wrong(Sentence words) {
    return new Misunderstood(spec.commandLine(), words);
  }
}
