package io.mashrabiya.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A camera that shares no code with ours: GStreamer's RTSP server in a process of its own, H.264
/// over TCP or UDP.
public final class GStreamerCamera implements AutoCloseable {
  private static final String INSTALL =
      "sudo apt-get install python3-gi gir1.2-gst-rtsp-server-1.0 gstreamer1.0-plugins-base"
          + " gstreamer1.0-plugins-good gstreamer1.0-plugins-bad";
  private static final Path PYTHON = Path.of("/usr/bin/python3"); // where Debian's gi lives
  private static final String READY = "READY ";

  /// How a client must prove itself.
  public enum Scheme {
    BASIC,
    DIGEST
  }

  /// Who may look.
  public record Login(Scheme scheme, String user, String password) {
    @Override
    public String toString() {
      return "Login[scheme=%s]".formatted(scheme);
    }
  }

  /// What it shows and to whom.
  ///
  /// @param file H.264 in Annex B, shown again and again; without it a ball is drawn
  public record Settings(Optional<Path> file, int framesPerSecond, Optional<Login> login) {
    /// A drawn ball for everybody, 15 pictures a second, a key frame every two seconds.
    public static Settings plain() {
      return new Settings(Optional.empty(), 15, Optional.empty());
    }

    public Settings showing(Path h264) {
      return new Settings(Optional.of(h264), framesPerSecond, login);
    }

    public Settings askingFor(Login asked) {
      return new Settings(file, framesPerSecond, Optional.of(asked));
    }
  }

  private final Process process;
  private final Path script;
  private final URI uri;

  private GStreamerCamera(Process process, Path script, URI uri) {
    this.process = process;
    this.script = script;
    this.uri = uri;
  }

  /// Starts the camera and returns when it listens. Skips or fails the test where GStreamer is
  /// missing (see [Needed]).
  public static GStreamerCamera open(Settings settings) throws IOException {
    Needed.that(hasGStreamer(), "GStreamer's RTSP server", INSTALL);
    Path script = Files.createTempFile("gstreamer-camera", ".py");
    try (InputStream in = GStreamerCamera.class.getResourceAsStream("gstreamer_camera.py")) {
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
    }
    Process process =
        new ProcessBuilder(command(script, settings))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String password = settings.login().map(Login::password).orElse("");
    process.getOutputStream().write((password + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return new GStreamerCamera(process, script, awaitReady(process));
  }

  /// Where it listens, without user and password.
  public URI uri() {
    return uri;
  }

  /// Kills it as a power cut would: its clients get no word.
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(script);
  }

  private static List<String> command(Path script, Settings settings) {
    List<String> command = new ArrayList<>(List.of(PYTHON.toString(), script.toString()));
    command.addAll(List.of("--rate", Integer.toString(settings.framesPerSecond())));
    command.addAll(List.of("--key-interval", Integer.toString(2 * settings.framesPerSecond())));
    settings.file().ifPresent(file -> command.addAll(List.of("--file", file.toString())));
    settings
        .login()
        .ifPresent(login ->
            command.addAll(
                List.of(
                    "--auth",
                    login.scheme() == Scheme.BASIC ? "basic" : "digest",
                    "--user",
                    login.user())));
    return command;
  }

  private static URI awaitReady(Process process) throws IOException {
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(READY)) {
        return URI.create(line.substring(READY.length()));
      }
    }
    throw new IOException("GStreamer's RTSP server ended before it listened");
  }

  private static boolean hasGStreamer() {
    if (!Files.isExecutable(PYTHON)) {
      return false;
    }
    String probe =
        "import gi; gi.require_version('GstRtspServer','1.0');"
            + "from gi.repository import Gst, GstRtspServer; Gst.init(None);"
            + "names = ('openh264enc', 'h264parse', 'rtph264pay', 'appsrc', 'videotestsrc');"
            + "raise SystemExit(0 if all(map(Gst.ElementFactory.find, names)) else 1)";
    try {
      Process process =
          new ProcessBuilder(PYTHON.toString(), "-c", probe)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
