package io.mashrabiya.media.jpeg;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegSizeTest {
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0", "65536, 1", "1, 65536", "-1, 5"})
  void new_sizeThatNoFileStates_isRefused(int width, int height) {
    assertThatIllegalArgumentException().isThrownBy(() -> new JpegSize(width, height));
  }
}
