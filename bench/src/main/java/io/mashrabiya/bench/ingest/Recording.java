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

/// Two seconds of a camera, 1080p25 at about 4 Mbit a second unless told, which begin with a key
/// frame; the encoder makes others where it finds that better. A drawn room alone needs far less
/// than that: grain over it, as of a real sensor, makes it up.
///
/// @param frames those of the two seconds, in their order; their capture times count from 0
public record Recording(List<Frame> frames) {
  static final int FRAMES_PER_SECOND = CameraKind.FULL_HD.framesPerSecond();
  private static final int LENGTH_SECONDS = 2;
  private static final int GRAIN_SEED = 1;

  /// Reads it from a folder, and makes it first where it is not there yet.
  public static Recording in(Path folder) throws IOException {
    return in(folder, CameraKind.FULL_HD);
  }

  /// The same of another camera.
  public static Recording in(Path folder, CameraKind kind) throws IOException {
    Path file = folder.resolve("camera-" + kind.shortName() + ".frames");
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, "camera", ".frames");
      write(encode(kind), unfinished);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return read(file, kind);
  }

  /// Writes it into a file so many times on end, as H.264 in Annex B.
  public void writeTimes(int times, Path file) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < times; i++) {
        for (Frame frame : frames) {
          out.write(frame.payload());
        }
      }
    }
  }

  double bitsPerSecond() {
    long bytes = frames.stream().mapToLong(Frame::sizeBytes).sum();
    return 8.0 * bytes * FRAMES_PER_SECOND / frames.size();
  }

  private static List<Frame> encode(CameraKind kind) {
    PictureSize size = kind.size();
    int lengthFrames = LENGTH_SECONDS * kind.framesPerSecond();
    var settings =
        new H264Encoder.Settings(
            size.width(),
            size.height(),
            kind.framesPerSecond(),
            kind.bitsPerSecond(),
            lengthFrames);
    var room =
        new DrawnRoom(Scene.LIVING, Light.DAY, size, "bench", MarkSize.NORMAL, ZoneOffset.UTC, 0);
    var random = new SplittableRandom(GRAIN_SEED);
    List<Frame> frames = new ArrayList<>();
    try (H264Encoder encoder = H264Encoder.open(settings)) {
      for (int i = 0; i < lengthFrames; i++) {
        long micros = kind.captureMicros(i);
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

  private static Recording read(Path file, CameraKind kind) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      List<Frame> frames = new ArrayList<>();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        boolean key = in.readBoolean();
        byte[] payload = in.readNBytes(in.readInt());
        frames.add(new Frame(Track.MAIN, kind.captureMicros(i), key, payload));
      }
      return new Recording(List.copyOf(frames));
    }
  }
}
