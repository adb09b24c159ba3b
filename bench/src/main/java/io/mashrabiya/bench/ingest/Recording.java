package io.mashrabiya.bench.ingest;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Picture;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.ffmpeg.H264Encoder;
import io.mashrabiya.media.scene.DrawnRoom;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.Mark;
import io.mashrabiya.media.scene.MarkSize;
import io.mashrabiya.media.scene.PictureSize;
import io.mashrabiya.media.scene.Scene;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Two seconds of a 1080p camera at 25 pictures and about 4 Mbit a second, which begin with a key
/// frame; the encoder makes others where it finds that better. A drawn room alone needs far less
/// than that: grain over it, as of a real sensor, makes it up.
///
/// @param frames those of the two seconds, in their order; their capture times count from 0
public record Recording(List<Frame> frames) {
  static final int FRAMES_PER_SECOND = 25;
  private static final int BITS_PER_SECOND = 4_000_000;
  private static final int KEY_INTERVAL = 2 * FRAMES_PER_SECOND;
  private static final int LENGTH_FRAMES = KEY_INTERVAL;
  private static final PictureSize SIZE = new PictureSize(1920, 1080);
  private static final int GRAIN_SEED = 1;
  private static final int FRAME_MICROS = 1_000_000 / FRAMES_PER_SECOND;

  /// Reads it from a folder, and makes it first where it is not there yet.
  public static Recording in(Path folder) throws IOException {
    Path file = folder.resolve("camera-1080p25.frames");
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, "camera", ".frames");
      write(encode(), unfinished);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return read(file);
  }

  double bitsPerSecond() {
    long bytes = frames.stream().mapToLong(Frame::sizeBytes).sum();
    return 8.0 * bytes * FRAMES_PER_SECOND / frames.size();
  }

  private static List<Frame> encode() {
    var settings =
        new H264Encoder.Settings(
            SIZE.width(), SIZE.height(), FRAMES_PER_SECOND, BITS_PER_SECOND, KEY_INTERVAL);
    var room =
        new DrawnRoom(Scene.LIVING, Light.DAY, SIZE, "bench", MarkSize.NORMAL, ZoneOffset.UTC, 0);
    var random = new SplittableRandom(GRAIN_SEED);
    List<Frame> frames = new ArrayList<>();
    try (H264Encoder encoder = H264Encoder.open(settings)) {
      for (int i = 0; i < LENGTH_FRAMES; i++) {
        long micros = (long) i * FRAME_MICROS;
        Picture picture = room.draw(Instant.ofEpochMilli(micros / 1000), new Mark(1, i));
        Grain.over(picture.rgb(), random);
        frames.add(encoder.encode(picture, Track.MAIN, micros));
      }
    }
    return frames;
  }

  private static void write(List<Frame> frames, Path file) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(frames.size());
      for (Frame frame : frames) {
        out.writeBoolean(frame.key());
        out.writeInt(frame.sizeBytes());
        out.write(frame.payload());
      }
    }
  }

  private static Recording read(Path file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      List<Frame> frames = new ArrayList<>();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        boolean key = in.readBoolean();
        byte[] payload = in.readNBytes(in.readInt());
        frames.add(new Frame(Track.MAIN, (long) i * FRAME_MICROS, key, payload));
      }
      return new Recording(List.copyOf(frames));
    }
  }
}
