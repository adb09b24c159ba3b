package io.mashrabiya.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// GStreamer, driven by Python: the peer that shares no code with ours.
public final class GStreamer {
  private static final String INSTALL =
      "sudo apt-get install python3-gi gir1.2-gst-rtsp-server-1.0 gstreamer1.0-plugins-base"
          + " gstreamer1.0-plugins-good gstreamer1.0-plugins-bad";
  private static final Path PYTHON = Path.of("/usr/bin/python3"); // where Debian's gi lives
  private static final String PROBE =
      """
      import gi
      gi.require_version("GstRtspServer", "1.0")
      from gi.repository import Gst, GstRtspServer
      Gst.init(None)
      names = (
          "openh264enc h264parse rtph264pay x265enc h265parse rtph265pay libde265dec jpegenc rtpjpegpay"
          " appsrc videotestsrc rtspsrc voaacenc rtpmp4gpay rtpmp4apay faad opusenc rtpopuspay mulawenc rtpg726pay"
      ).split()
      raise SystemExit(0 if all(map(Gst.ElementFactory.find, names)) else 1)
      """;

  private GStreamer() {}

  /// Starts a script that lies beside a class. Its standard error goes where this process's goes.
  /// Skips or fails the test where GStreamer is missing (see [Needed]).
  public static Process start(Class<?> beside, String script, List<String> arguments)
      throws IOException {
    Needed.that(isThere(), "GStreamer's RTSP server", INSTALL);
    List<String> command = new ArrayList<>(List.of(PYTHON.toString(), "-c", text(beside, script)));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String text(Class<?> beside, String script) throws IOException {
    try (InputStream in = Optional.ofNullable(beside.getResourceAsStream(script)).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static boolean isThere() {
    if (!Files.isExecutable(PYTHON)) {
      return false;
    }
    try {
      Process process =
          new ProcessBuilder(PYTHON.toString(), "-c", PROBE)
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
