package io.mashrabiya.bench.ingest;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.ffmpeg.H264Encoder;
import io.mashrabiya.media.rtsp.server.RtspServer;
import io.mashrabiya.media.rtsp.server.RtspServerSettings;
import io.mashrabiya.media.scene.DrawnRoom;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.Mark;
import io.mashrabiya.media.scene.MarkSize;
import io.mashrabiya.media.scene.PictureSize;
import io.mashrabiya.media.scene.Scene;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// A process that is some cameras of 640x360 at 25 pictures a second, until its input ends. Two
/// seconds are encoded once and played around, so that the cameras themselves cost next to nothing.
///
/// Its one argument is how many. It says `camera URL` for each.
public final class SmallCameras {
  private static final int FRAMES_PER_SECOND = 25;
  private static final int LENGTH_FRAMES = 2 * FRAMES_PER_SECOND;
  private static final int BITS_PER_SECOND = 700_000;
  private static final PictureSize SIZE = new PictureSize(640, 360);

  private SmallCameras() {}

  public static void main(String[] arguments) throws IOException {
    CaptureClock clock = CaptureClock.startingAt(InstantSource.system());
    Recording recording = encode();
    try (RtspServer server = RtspServer.start(RtspServerSettings.loopback(), clock)) {
      for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
        Reel.seen(recording, server.mount("/" + i), clock, FRAMES_PER_SECOND);
        System.out.println("camera rtsp://127.0.0.1:" + server.address().getPort() + "/" + i);
      }
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static Recording encode() {
    var settings =
        new H264Encoder.Settings(
            SIZE.width(), SIZE.height(), FRAMES_PER_SECOND, BITS_PER_SECOND, LENGTH_FRAMES);
    var room =
        new DrawnRoom(Scene.LIVING, Light.DAY, SIZE, "bench", MarkSize.NORMAL, ZoneOffset.UTC, 0);
    List<Frame> frames = new ArrayList<>();
    try (H264Encoder encoder = H264Encoder.open(settings)) {
      for (int i = 0; i < LENGTH_FRAMES; i++) {
        long micros = i * 1_000_000L / FRAMES_PER_SECOND;
        var picture = room.draw(Instant.ofEpochMilli(micros / 1_000), new Mark(1, i));
        frames.add(encoder.encode(picture, Track.MAIN, micros));
      }
    }
    return new Recording(List.copyOf(frames));
  }
}
