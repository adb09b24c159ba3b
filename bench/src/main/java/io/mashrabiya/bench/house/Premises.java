package io.mashrabiya.bench.house;

import io.mashrabiya.bench.line.FarEnd;
import io.mashrabiya.bench.process.Child;
import io.mashrabiya.bench.relay.RelayServer;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One household as it is lived in: a home and a relay, each in a process of its own. Its cameras
/// are elsewhere.
public final class Premises implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Path JVM_OPTIONS = Path.of("scripts", "home.jvm");
  private static final String TAKEN = "mashrabiya_relay_frames_taken_total ";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Child relay;
  private final Origin origin;
  private final URI metrics;
  private final Child home;

  /// Starts a home.
  private interface Mover {
    Child moveIn(List<String> options, Class<?> main, String... arguments) throws IOException;
  }

  private Premises(Child relay, List<FarEnd> ends, Mover mover, Path folder, List<String> cameras)
      throws IOException, InterruptedException {
    this.relay = relay;
    int port = Integer.parseInt(relay.hear("listening", PATIENCE));
    origin = new Origin("http://localhost:" + port);
    metrics = URI.create("http://127.0.0.1:" + relay.hear("metrics", PATIENCE) + "/metrics");
    for (FarEnd end : ends) {
      end.leadTo(port);
    }
    home = mover.moveIn(List.of("@" + jvmOptions()), HomeServer.class, arguments(folder, cameras));
  }

  /// Starts them.
  ///
  /// @param folder where the home keeps its things
  /// @param cameras the URL of each
  public static Premises open(Path folder, List<String> cameras)
      throws IOException, InterruptedException {
    return open(List.of(), Child::jvm, folder, cameras);
  }

  /// The same with a relay that is reached over lines, too, from beyond which people look.
  ///
  /// @param ends of one kind
  public static Premises openFor(List<FarEnd> ends, Path folder, List<String> cameras)
      throws IOException, InterruptedException {
    return open(ends, Child::jvm, folder, cameras);
  }

  /// The same with a home beyond a line, at whose near end the relay is.
  ///
  /// @param cameras beyond it as well
  public static Premises openBeyond(FarEnd end, Path folder, List<String> cameras)
      throws IOException, InterruptedException {
    return open(List.of(end), end::jvm, folder, cameras);
  }

  private static Premises open(List<FarEnd> ends, Mover mover, Path folder, List<String> cameras)
      throws IOException, InterruptedException {
    String[] host = ends.stream().limit(1).map(FarEnd::relayHost).toArray(String[]::new);
    Child relay = Child.jvm(List.of(), RelayServer.class, host);
    try {
      return new Premises(relay, ends, mover, folder, cameras);
    } catch (IOException | InterruptedException e) {
      relay.close();
      throw e;
    }
  }

  /// What the command gives the JVM of a home, for java's @ syntax.
  public static Path jvmOptions() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve(JVM_OPTIONS))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("there is no " + JVM_OPTIONS + " above the working folder");
    }
    return folder.resolve(JVM_OPTIONS);
  }

  private String[] arguments(Path folder, List<String> cameras) {
    List<String> words = new ArrayList<>(List.of(folder.resolve("home").toString(), origin.text()));
    words.addAll(cameras);
    return words.toArray(String[]::new);
  }

  /// Where the viewer is, too.
  public Origin origin() {
    return origin;
  }

  public Child home() {
    return home;
  }

  /// A fresh link that pairs one device.
  public PairingLink invite() throws IOException, InterruptedException {
    home.say("invite");
    try {
      return PairingLink.parse(home.hear("invite", PATIENCE));
    } catch (Malformed e) {
      throw new IOException("the home prints no pairing link", e);
    }
  }

  /// How many pictures the home has taken from its cameras, and so sealed, since it started.
  public long pictures() throws IOException, InterruptedException {
    home.say("pictures");
    return Long.parseLong(home.hear("pictures", PATIENCE));
  }

  /// How the home's process stands now.
  public Standing standing() throws IOException, InterruptedException {
    home.say("stand");
    return Standing.read(home.hear("stand", PATIENCE));
  }

  /// How many frames the relay has taken from the home since it started.
  public long framesTaken() throws IOException, InterruptedException {
    var page =
        http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofLines());
    return page.body()
        .filter(line -> line.startsWith(TAKEN))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(TAKEN.length())))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    home.close();
    relay.close();
    http.close();
  }
}
