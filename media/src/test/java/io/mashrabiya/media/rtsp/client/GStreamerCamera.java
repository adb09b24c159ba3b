package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process with GStreamer's RTSP server: a camera that nobody here wrote.
final class GStreamerCamera implements AutoCloseable {
  static final String PATH = "/camera";
  private static final String PYTHON = "/usr/bin/python3";
  private static final String MISSING =
      "GStreamer's RTSP server is missing: apt-get install python3-gi gir1.2-gst-rtsp-server-1.0"
          + " gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad";

  private final Path script;
  private final Process process;
  private final int port;

  private GStreamerCamera(Path script, Process process, int port) {
    this.script = script;
    this.process = process;
    this.port = port;
  }

  /// Starts one. Where GStreamer is missing the test is skipped, and fails where `CI` is true.
  static GStreamerCamera start(String... options) throws IOException {
    Path script = Files.createTempFile("gstreamer_camera", ".py");
    try (InputStream source = GStreamerCamera.class.getResourceAsStream("gstreamer_camera.py")) {
      Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> command = new ArrayList<>(List.of(PYTHON, script.toString()));
    command.addAll(List.of(options));
    if (!Files.isExecutable(Path.of(PYTHON))) {
      missing("no " + PYTHON);
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    StringBuilder said = new StringBuilder();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("ready ")) {
        return new GStreamerCamera(script, process, Integer.parseInt(line.substring(6)));
      }
      said.append(line).append('\n');
    }
    missing(said.toString());
    throw new AssertionError("unreachable");
  }

  private static void missing(String said) {
    String message = MISSING + "\n" + said;
    if ("true".equals(System.getenv("CI"))) {
      fail(message);
    }
    abort(message);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /// Kills it without a goodbye.
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(script);
  }
}
