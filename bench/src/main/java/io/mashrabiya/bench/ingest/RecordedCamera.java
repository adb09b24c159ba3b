package io.mashrabiya.bench.ingest;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.rtsp.server.Mount;
import io.mashrabiya.media.rtsp.server.RtspServer;
import io.mashrabiya.media.rtsp.server.RtspServerSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

/// A process that plays a [Recording] over RTSP again and again, until its input ends: at `/camera`
/// as a camera does, at `/heard` with sound beside it, and both ten times as fast at `/fast` and
/// `/fast-heard`.
///
/// Its one argument is the folder of the recording. It says `listening PORT`. When it hears `rest`
/// it lets `/fast` rest and says `resting`; when it hears `go`, that goes on.
public final class RecordedCamera {
  public static final String REAL = "/camera";
  public static final String FAST = "/fast";
  static final String HEARD = "/heard";
  static final String FAST_HEARD = "/fast-heard";
  private static final int PACE = Recording.FRAMES_PER_SECOND;
  private static final int FAST_TIMES = 10;

  private RecordedCamera() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Recording recording = Recording.in(Path.of(arguments[0]));
    CaptureClock clock = CaptureClock.startingAt(InstantSource.system());
    try (RtspServer server = RtspServer.start(RtspServerSettings.loopback(), clock)) {
      Reel.seen(recording, server.mount(REAL), clock, PACE);
      Reel.heard(recording, server.mount(HEARD, Track.MAIN, Reel.SOUND), clock, PACE);
      Mount fastHeard = server.mount(FAST_HEARD, Track.MAIN, Reel.SOUND);
      Reel.heard(recording, fastHeard, clock, FAST_TIMES * PACE);
      Reel fast = Reel.seen(recording, server.mount(FAST), clock, FAST_TIMES * PACE);
      System.out.println("listening " + server.address().getPort());
      obey(fast);
    }
  }

  private static void obey(Reel fast) throws IOException, InterruptedException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      switch (line) {
        case "rest" -> {
          fast.rest();
          System.out.println("resting");
        }
        case "go" -> fast.go();
        default -> throw new IllegalArgumentException(line);
      }
    }
  }
}
