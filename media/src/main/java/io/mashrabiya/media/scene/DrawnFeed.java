package io.mashrabiya.media.scene;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Picture;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.feed.Feed;
import io.mashrabiya.media.ffmpeg.H264Encoder;
import io.mashrabiya.media.ffmpeg.Natives;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Draws a room and encodes it. Pictures are numbered without gaps; those left out are never drawn.
final class DrawnFeed implements Feed {
  private static final int KEY_SECONDS = 2;
  private static final int PIXELS_PER_BIT =
      6; // 576 kbit/s at 640x360 and 15 fps, which it seldom needs

  private final CameraView.Drawn view;
  private final MarkListener marks;
  private final DrawnRoom room;
  private final H264Encoder encoder;
  private long slot;
  private int counter;

  private DrawnFeed(
      CameraView.Drawn view, MarkListener marks, DrawnRoom room, H264Encoder encoder) {
    this.view = view;
    this.marks = marks;
    this.room = room;
    this.encoder = encoder;
  }

  /// Paints the room while the codec loads, which takes as long.
  static DrawnFeed open(CameraView.Drawn view, MarkListener marks) {
    Natives.beginLoading();
    DrawnRoom room = room(view);
    return new DrawnFeed(view, marks, room, H264Encoder.open(settings(view)));
  }

  private static DrawnRoom room(CameraView.Drawn view) {
    double phaseSeconds = Integer.remainderUnsigned(view.camera(), 1000) / 10.0;
    return new DrawnRoom(
        view.scene(),
        view.light(),
        view.size(),
        view.name(),
        view.markSize(),
        view.zone(),
        phaseSeconds);
  }

  private static H264Encoder.Settings settings(CameraView.Drawn view) {
    int width = view.size().width();
    int height = view.size().height();
    int rate = view.framesPerSecond();
    long bitsPerSecond = Math.max(1, (long) width * height * rate / PIXELS_PER_BIT);
    return new H264Encoder.Settings(
        width, height, rate, (int) Math.min(bitsPerSecond, Integer.MAX_VALUE), KEY_SECONDS * rate);
  }

  @Override
  public Duration due() {
    return Duration.ofNanos(slot * 1_000_000_000L / view.framesPerSecond());
  }

  @Override
  public Duration patience() {
    return Duration.ofNanos(1_000_000_000L / view.framesPerSecond());
  }

  @Override
  public Frame take(long startMicros) {
    long shownMicros = startMicros + due().toNanos() / 1_000;
    Mark mark = new Mark(view.camera(), counter++);
    slot++;
    Picture picture = room.draw(Instant.EPOCH.plus(shownMicros, ChronoUnit.MICROS), mark);
    marks.drawn(mark, shownMicros);
    return encoder.encode(picture, Track.MAIN, shownMicros);
  }

  @Override
  public long skipTo(Duration elapsed) {
    long first = slot;
    slot = Math.ceilDiv(elapsed.toNanos() * view.framesPerSecond(), 1_000_000_000L);
    return slot - first;
  }

  @Override
  public void close() {
    encoder.close();
  }
}
