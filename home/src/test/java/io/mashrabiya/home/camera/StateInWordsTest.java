package io.mashrabiya.home.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.letter.CameraState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateInWordsTest {
  @ParameterizedTest
  @EnumSource
  void of_aState_isItsWordOfTheFormats(CameraState state) {
    assertThat(StateInWords.of(state)).hasToString(state.text());
  }
}
