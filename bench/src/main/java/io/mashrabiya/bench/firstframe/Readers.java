package io.mashrabiya.bench.firstframe;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.rtsp.client.RtspClient;
import io.mashrabiya.media.rtsp.client.RtspSettings;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Those who play the camera, each over a path of its own.
///
/// @param oneWay how long that path is
/// @param ffmpeg the program
record Readers(PromptCamera camera, Duration oneWay, Path ffmpeg) {
  private static final int BUFFER_BYTES = 64 * 1024;

  /// Our client, in this process.
  Arrivals ours(Duration length) throws IOException, InterruptedException {
    List<Long> arrivals = new CopyOnWriteArrayList<>();
    camera.awaitNobody();
    try (var path = DelayedPath.to(camera.port(), oneWay, camera.keyFrameEnd())) {
      long began = System.nanoTime();
      Thread thread = play(path, length, arrivals);
      thread.join();
      return new Arrivals(began, path.departures(), List.copyOf(arrivals)).complete("our client");
    }
  }

  /// Plays for that long.
  ///
  /// @return the thread on which the session says goodbye
  private Thread play(DelayedPath path, Duration length, List<Long> arrivals)
      throws InterruptedException {
    var address = new RtspAddress("127.0.0.1", path.port(), PromptCamera.PATH);
    var clock = CaptureClock.startingAt(InstantSource.system());
    Landmark landmark = camera.keyFrameEnd();
    try (var client =
        new RtspClient(
            address, Optional.empty(), RtspSettings.DEFAULT, clock, new SessionCounters())) {
      Thread thread =
          Thread.ofPlatform()
              .start(() ->
                  client.play(frame -> {
                    if (landmark.passes(frame.payload(), frame.sizeBytes()) > 0) {
                      arrivals.add(System.nanoTime());
                    }
                  }));
      Thread.sleep(length);
      return thread;
    }
  }

  /// FFmpeg, told to wait for nothing, which writes the stream to a pipe.
  Arrivals ffmpeg(Duration length) throws IOException, InterruptedException {
    List<Long> arrivals = new CopyOnWriteArrayList<>();
    camera.awaitNobody();
    try (var path = DelayedPath.to(camera.port(), oneWay, camera.keyFrameEnd())) {
      long began = System.nanoTime();
      Process process =
          new ProcessBuilder(command(path.port()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      Thread thread = Thread.ofPlatform().start(() -> note(process.getInputStream(), arrivals));
      Thread.sleep(length);
      process.destroy();
      process.waitFor();
      thread.join();
      return new Arrivals(began, path.departures(), List.copyOf(arrivals)).complete("FFmpeg");
    }
  }

  private List<String> command(int port) {
    String line =
        " -nostdin -loglevel fatal -analyzeduration 0 -probesize 32"
            + " -rtsp_transport tcp -i rtsp://127.0.0.1:"
            + port
            + PromptCamera.PATH
            + " -c copy -flush_packets 1 -f h264 pipe:1";
    return List.of((ffmpeg + line).split(" ", -1));
  }

  private void note(InputStream output, List<Long> arrivals) {
    Landmark landmark = camera.keyFrameEnd();
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      for (int length = output.read(buffer); length >= 0; length = output.read(buffer)) {
        long now = System.nanoTime();
        for (int passes = landmark.passes(buffer, length); passes > 0; passes--) {
          arrivals.add(now);
        }
      }
    } catch (IOException e) {
      return; // it was ended
    }
  }
}
