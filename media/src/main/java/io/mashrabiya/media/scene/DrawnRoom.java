package io.mashrabiya.media.scene;

import io.mashrabiya.media.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Draws one picture of a room after another: what never moves once, then for each picture what
/// moves, the clock, the camera's name and the mark. Not safe for use by several threads.
public final class DrawnRoom {
  static {
    // Painting into memory needs no display; without this Java would look for one, and fail where
    // it is half there.
    System.setProperty("java.awt.headless", "true");
  }

  private static final DateTimeFormatter HOURS_MINUTES_SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final int LETTERS = 0xF4F4F4;

  private final Room room;
  private final MarkSize markSize;
  private final ZoneId zone;
  private final String label;
  private final int[] background;
  private final Picture picture;
  private final Easel easel;
  private final double phaseSeconds;

  /// A room ready to be drawn, whose still parts are painted now.
  ///
  /// @param name the camera's name, shown as far as [PixelFont] knows its letters
  /// @param zone where the clock on the picture belongs
  /// @param phaseSeconds moves the motion, so that two cameras of one room do not look the same
  public DrawnRoom(
      Scene scene,
      Light light,
      PictureSize size,
      String name,
      MarkSize markSize,
      ZoneId zone,
      double phaseSeconds) {
    this.room = scene.room();
    this.markSize = markSize;
    this.zone = zone;
    this.label = PixelFont.drawable(name);
    this.phaseSeconds = phaseSeconds;
    var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    this.picture = Picture.over(size.width(), size.height(), pixels);
    this.easel = new Easel(image.createGraphics(), size.width(), size.height(), light);
    room.paintStill(easel);
    darkenEdges(easel);
    this.background = pixels.clone();
  }

  /// The picture of this instant, which the next call overwrites.
  public Picture draw(Instant time, Mark mark) {
    System.arraycopy(background, 0, picture.rgb(), 0, background.length);
    LocalTime clock = LocalTime.ofInstant(time, zone);
    room.paintMoving(easel, new Moment(clock.toNanoOfDay() / 1e9 + phaseSeconds, clock));
    write(clock);
    mark.draw(picture, markSize);
    return picture;
  }

  private void write(LocalTime clock) {
    int scale = Math.max(1, picture.width() / 320);
    int x = 6 * scale;
    PixelFont.draw(picture, x, 5 * scale, scale, LETTERS, HOURS_MINUTES_SECONDS.format(clock));
    PixelFont.draw(picture, x, 15 * scale, scale, LETTERS, label);
  }

  private static void darkenEdges(Easel easel) {
    boolean night = easel.light() == Light.NIGHT;
    easel.vignette(night ? 0.85 : 0.22, night ? 0.25 : 0.6);
  }
}
