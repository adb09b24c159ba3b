package io.mashrabiya.media.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Picture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MarkReaderTest {
  private static final long SEED = 20261123;
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @ParameterizedTest
  @EnumSource(value = MarkSize.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void read_anyMarkInAnySize_isWhatWasDrawn(MarkSize size) {
    Random random = new Random(SEED);
    for (int i = 0; i < 500; i++) {
      int width = 320 + random.nextInt(1700);
      Picture picture = new Picture(width, width / 4 + random.nextInt(width));
      Mark mark = new Mark(random.nextInt(), random.nextInt());
      mark.draw(picture, size);
      String what = "seed " + SEED + ", " + picture.width() + "x" + picture.height();
      assertThat(MarkReader.read(picture)).as(what).contains(mark);
    }
  }

  @ParameterizedTest
  @CsvSource({"NORMAL,1280", "NORMAL,960", "NORMAL,427", "NORMAL,320", "LARGE,240", "LARGE,160"})
  void read_roomScaled_isWhatWasDrawn(MarkSize size, int width) {
    Mark mark = new Mark(0xCAFE0001, 77);
    Picture scaled = scaled(room(size, mark), width);
    assertThat(MarkReader.read(scaled)).contains(mark);
  }

  @Test
  void read_noisyAndDimmed_isWhatWasDrawn() {
    Random random = new Random(SEED);
    Mark mark = new Mark(5, 6);
    Picture picture = room(MarkSize.NORMAL, mark);
    change(picture, grey -> 60 + grey / 3 + random.nextInt(-40, 41));
    assertThat(MarkReader.read(picture)).as("seed " + SEED).contains(mark);
  }

  @Test
  void read_pictureWithoutAMark_isNothing() {
    assertThat(MarkReader.read(room(MarkSize.NONE).draw(NOON, new Mark(5, 5)))).isEmpty();
  }

  @Test
  void read_oneCellInverted_isNothing() {
    DrawnRoom room = room(MarkSize.NORMAL);
    for (int cell = 0; cell < Mark.ROWS * Mark.COLUMNS; cell++) {
      Picture picture = room.draw(NOON, new Mark(5, cell));
      int x = 504 + 8 * (cell % Mark.COLUMNS);
      int y = 8 + 8 * (cell / Mark.COLUMNS);
      int inverted = picture.luma(x + 4, y + 4) > 128 ? 0x000000 : 0xFFFFFF;
      picture.fill(x, y, 8, 8, inverted);
      assertThat(MarkReader.read(picture)).as("cell " + cell).isEmpty();
    }
  }

  @Test
  void read_randomCells_isNothing() {
    Random random = new Random(SEED);
    Picture picture = new Picture(640, 360);
    for (int i = 0; i < 20_000; i++) {
      for (int cell = 0; cell < Mark.ROWS * Mark.COLUMNS; cell++) {
        int colour = random.nextBoolean() ? 0xFFFFFF : 0;
        int x = 504 + 8 * (cell % Mark.COLUMNS);
        picture.fill(x, 8 + 8 * (cell / Mark.COLUMNS), 8, 8, colour);
      }
      assertThat(MarkReader.read(picture)).as("seed " + SEED + ", picture " + i).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "640,40", "100,100", "159,90", "2000,10"})
  void read_pictureWithoutRoomForAMark_isNothing(int width, int height) {
    assertThat(MarkReader.read(new Picture(width, height))).isEmpty();
  }

  @Test
  void read_evenPicture_isNothing() {
    Picture picture = new Picture(640, 360);
    picture.fill(0, 0, 640, 360, 0x808080);
    assertThat(MarkReader.read(picture)).isEmpty();
  }

  private static Picture room(MarkSize size, Mark mark) {
    return room(size).draw(NOON, mark);
  }

  private static DrawnRoom room(MarkSize size) {
    return new DrawnRoom(
        Scene.DOOR, Light.DAY, PictureSize.DEFAULT, "Front door", size, ZoneOffset.UTC, 0);
  }

  private static Picture scaled(Picture picture, int width) {
    int height = picture.height() * width / picture.width();
    var from = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    from.setRGB(0, 0, picture.width(), picture.height(), picture.rgb(), 0, picture.width());
    var to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = to.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(from, 0, 0, width, height, null);
    return Picture.over(width, height, to.getRGB(0, 0, width, height, null, 0, width));
  }

  private static void change(Picture picture, IntUnaryOperator greyOfGrey) {
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int grey = Math.clamp(greyOfGrey.applyAsInt(picture.luma(x, y)), 0, 255);
        picture.fill(x, y, 1, 1, grey * 0x010101);
      }
    }
  }
}
