package io.mashrabiya.media.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Picture;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelFontTest {
  @ParameterizedTest
  @CsvSource({
    "Front door,Front door",
    "'  two   blanks ','two blanks'",
    "Küche é,Kuche e",
    "الباب,''",
    "الباب 2,2",
    "'a\u0000\nb','ab'",
  })
  void drawable_name_keepsWhatHasLetters(String name, String drawn) {
    assertThat(PixelFont.drawable(name)).isEqualTo(drawn);
  }

  @Test
  void drawable_allThatANameMayHold_isKept() {
    String all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.:/'()_";
    assertThat(PixelFont.drawable(all)).isEqualTo(all);
  }

  @Test
  void draw_everyCharacter_looksLikeNoOther() {
    String all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.:/'()_";
    assertThat(all.chars().mapToObj(c -> Arrays.toString(drawn(Character.toString(c)))))
        .doesNotHaveDuplicates();
  }

  @Test
  void draw_textLongerThanThePicture_isCutOff() {
    assertThat(IntStream.of(drawn("MMMMMMMMMMMMMMMMMMMM"))).contains(0xFFFFFF);
  }

  @Test
  void draw_letter_isEdgedInBlackOnWhite() {
    Picture picture = new Picture(12, 12);
    picture.fill(0, 0, 12, 12, 0xFFFFFF);
    PixelFont.draw(picture, 2, 2, 1, 0xFFFFFF, "l");
    assertThat(picture.rgb()).contains(0x101010);
  }

  private static int[] drawn(String text) {
    Picture picture = new Picture(16, 16);
    PixelFont.draw(picture, 2, 2, 1, 0xFFFFFF, text);
    return picture.rgb();
  }
}
