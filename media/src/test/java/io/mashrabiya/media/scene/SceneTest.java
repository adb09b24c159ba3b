package io.mashrabiya.media.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SceneTest {
  @ParameterizedTest
  @EnumSource(Scene.class)
  void named_itsOwnName_isTheScene(Scene scene) {
    assertThat(Scene.named(scene.toString())).contains(scene);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "DOOR", "garden", "door "})
  void named_anythingElse_isNothing(String name) {
    assertThat(Scene.named(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,360", "641,360", "640,361", "8,8", "65536,65536"})
  void pictureSize_thatCannotBeCoded_isRefused(int width, int height) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PictureSize(width, height));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 61, -1})
  void drawn_rateNoCameraHas_isRefused(int framesPerSecond) {
    var view = CameraView.of(Scene.DOOR, Light.DAY, "Door");
    assertThatIllegalArgumentException().isThrownBy(() -> view.at(framesPerSecond));
  }

  @Test
  void of_otherNameOrLight_hasAnotherNumber() {
    var view = CameraView.of(Scene.DOOR, Light.DAY, "Door");
    assertThat(CameraView.of(Scene.DOOR, Light.DAY, "Door")).isEqualTo(view);
    assertThat(CameraView.of(Scene.DOOR, Light.DAY, "Gate").camera()).isNotEqualTo(view.camera());
    assertThat(CameraView.of(Scene.DOOR, Light.NIGHT, "Door").camera()).isNotEqualTo(view.camera());
  }

  @Test
  void on_lights_dayKeepsTheColourAndNightDoesNot() {
    assertThat(Light.DAY.on(0xC2417E)).isEqualTo(new Color(0xC2417E));
    Color seen = Light.NIGHT.on(0xC2417E, 0.5);
    assertThat(seen.getRed()).isEqualTo(seen.getGreen()).isEqualTo(seen.getBlue());
    assertThat(seen.getAlpha()).isEqualTo(128);
  }
}
