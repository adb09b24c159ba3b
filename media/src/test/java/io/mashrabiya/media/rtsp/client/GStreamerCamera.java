package io.mashrabiya.media.rtsp.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/// A process with GStreamer's RTSP server: a camera that nobody here wrote.
final class GStreamerCamera implements AutoCloseable {
  static final String PATH = "/camera";
  private static final String PYTHON = "/usr/bin/python3";
  private static final String MISSING =
      "GStreamer's RTSP server is missing: apt-get install python3-gi gir1.2-gst-rtsp-server-1.0"
          + " gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad";

  private final Process process;
  private final int port;

  private GStreamerCamera(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts one. Where GStreamer is missing the test is skipped, and fails where `CI` is true.
  static GStreamerCamera start(String... options) throws IOException {
    Process process = launch("gstreamer_camera.py", "--address=127.0.0.1", options);
    StringBuilder said = new StringBuilder();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("ready ")) {
        return new GStreamerCamera(process, Integer.parseInt(line.substring(6)));
      }
      said.append(line).append('\n');
    }
    throw missing(said.toString());
  }

  /// Runs one of the scripts beside this class.
  static Process launch(String script, String first, String... more) throws IOException {
    if (!Files.isExecutable(Path.of(PYTHON))) {
      throw missing("no " + PYTHON);
    }
    String source;
    try (InputStream resource = GStreamerCamera.class.getResourceAsStream(script)) {
      source = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> command = new ArrayList<>(List.of(PYTHON, "-c", source, first));
    command.addAll(List.of(more));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static AssertionError missing(String said) {
    String message = MISSING + "\n" + said;
    if ("true".equals(System.getenv("CI"))) {
      return new AssertionError(message);
    }
    throw new TestAbortedException(message);
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
  }
}
