package io.mashrabiya.media.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Picture;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DrawnRoomTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:08Z");
  private static final Mark MARK = new Mark(1, 2);

  private static DrawnRoom room(Scene scene, Light light, PictureSize size, String name) {
    return new DrawnRoom(scene, light, size, name, MarkSize.NORMAL, ZoneOffset.UTC, 0);
  }

  private static DrawnRoom room(Scene scene, Light light) {
    return room(scene, light, PictureSize.DEFAULT, "Camera");
  }

  @ParameterizedTest
  @EnumSource(Scene.class)
  void draw_day_hasColourAndShade(Scene scene) {
    int[] pixels = room(scene, Light.DAY).draw(NOON, MARK).rgb();
    assertThat(IntStream.of(pixels).filter(pixel -> !isGrey(pixel)).count())
        .isGreaterThan(pixels.length / 2);
    assertThat(IntStream.of(pixels).distinct().count()).isGreaterThan(5_000);
  }

  @ParameterizedTest
  @EnumSource(Scene.class)
  void draw_night_isGreyToTheLastPixel(Scene scene) {
    int[] pixels = room(scene, Light.NIGHT).draw(NOON, MARK).rgb();
    assertThat(IntStream.of(pixels).allMatch(DrawnRoomTest::isGrey)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Scene.class)
  void draw_night_isDarkerThanDay(Scene scene) {
    assertThat(meanLuma(room(scene, Light.NIGHT).draw(NOON, MARK)))
        .isLessThan(0.7 * meanLuma(room(scene, Light.DAY).draw(NOON, MARK)));
  }

  @ParameterizedTest
  @EnumSource(Scene.class)
  void draw_halfASecondLater_somethingMoved(Scene scene) {
    DrawnRoom room = room(scene, Light.DAY);
    int[] before = room.draw(NOON, MARK).rgb().clone();
    int[] after = room.draw(NOON.plusMillis(500), MARK).rgb();
    assertThat(differing(before, after, 0, 360)).isBetween(50L, 100_000L);
  }

  @ParameterizedTest
  @EnumSource(Scene.class)
  void draw_sameInstantAgain_isTheSamePicture(Scene scene) {
    DrawnRoom room = room(scene, Light.DAY);
    int[] before = room.draw(NOON, MARK).rgb().clone();
    room.draw(NOON.plusSeconds(3), new Mark(9, 9));
    assertThat(room.draw(NOON, MARK).rgb()).isEqualTo(before);
    assertThat(room(scene, Light.DAY).draw(NOON, MARK).rgb()).isEqualTo(before);
  }

  @Test
  void draw_nextSecond_changesTheClock() {
    DrawnRoom room = room(Scene.NURSERY, Light.NIGHT);
    int[] before = room.draw(NOON, MARK).rgb().clone();
    int[] after = room.draw(NOON.plusSeconds(1), MARK).rgb();
    assertThat(differing(before, after, 8, 28)).isPositive();
  }

  @Test
  void draw_otherName_isSeen() {
    int[] one = room(Scene.DOOR, Light.DAY, PictureSize.DEFAULT, "Hall").draw(NOON, MARK).rgb();
    int[] other = room(Scene.DOOR, Light.DAY, PictureSize.DEFAULT, "Yard").draw(NOON, MARK).rgb();
    assertThat(differing(one, other, 28, 50)).isPositive();
    assertThat(differing(one, other, 50, 360)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"320,180", "640,360", "854,480", "1280,720", "1920,1080", "640,480"})
  void draw_otherSize_isWholeAndMarked(int width, int height) {
    Picture picture =
        room(Scene.LIVING, Light.DAY, new PictureSize(width, height), "Living").draw(NOON, MARK);
    assertThat(MarkReader.read(picture)).contains(MARK);
    assertThat(picture.luma(width / 2, height - 2)).isPositive();
  }

  private static boolean isGrey(int rgb) {
    int red = (rgb >> 16) & 0xFF;
    return red == ((rgb >> 8) & 0xFF) && red == (rgb & 0xFF);
  }

  private static double meanLuma(Picture picture) {
    return IntStream.range(0, 360 * 640)
        .map(i -> picture.luma(i % 640, i / 640))
        .average()
        .orElseThrow();
  }

  /// How many pixels differ in rows `from` to `to`.
  private static long differing(int[] one, int[] other, int from, int to) {
    return IntStream.range(from * 640, to * 640).filter(i -> one[i] != other[i]).count();
  }
}
