package io.mashrabiya.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void ratio_besideAReference_isValueByReference() {
    assertThat(Figure.of("seal", 60, "us", 40).ratio()).hasValue(1.5);
  }

  @Test
  void ratio_alone_isNone() {
    assertThat(Figure.of("seal", 60, "us").ratio()).isEmpty();
  }

  @Test
  void figure_nameThatWouldBreakTheLine_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Figure.of("seal 8k", 60, "us"));
  }

  @Test
  void figure_ofNothingMeasured_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Figure.of("seal", 0.0 / 0.0, "us"));
  }
}
