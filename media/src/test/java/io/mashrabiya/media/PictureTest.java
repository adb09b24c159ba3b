package io.mashrabiya.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {
  @ParameterizedTest
  @CsvSource({"0,5", "5,0", "-1,5", "65536,65536", "8193,8193"})
  void new_sizeNoCameraHas_isRefused(int width, int height) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Picture(width, height));
  }

  @Test
  void over_wrongNumberOfPixels_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Picture.over(2, 2, new int[5]));
  }

  @ParameterizedTest
  @CsvSource({"000000,0", "FFFFFF,255", "FF0000,76", "00FF00,149", "0000FF,28", "808080,128"})
  void luma_colour_isWeighedAsEyesDo(String rgb, int luma) {
    Picture picture = Picture.over(1, 1, new int[] {0xAB000000 | Integer.parseInt(rgb, 16)});
    assertThat(picture.luma(0, 0)).isEqualTo(luma);
  }

  @Test
  void fill_rectangleAcrossTheEdge_fillsWhatLiesInside() {
    Picture picture = new Picture(3, 3);
    picture.fill(-1, 1, 3, 9, 7);
    assertThat(picture.rgb()).containsExactly(0, 0, 0, 7, 7, 0, 7, 7, 0);
  }

  @Test
  void fill_rectangleOutside_changesNothing() {
    Picture picture = new Picture(3, 3);
    picture.fill(3, 0, 2, 2, 7);
    picture.fill(-4, 0, 2, 2, 7);
    picture.fill(0, -4, 2, 2, 7);
    assertThat(picture.rgb()).containsOnly(0);
  }
}
