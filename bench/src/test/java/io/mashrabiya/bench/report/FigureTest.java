package io.mashrabiya.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalDouble;
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
  void ratio_besideNothing_isNone() {
    assertThat(Figure.atMost("wrong", 3, "per-mille", 0).ratio()).isEmpty();
  }

  @Test
  void target_thatIsReachedExactly_isMet() {
    assertThat(Figure.atMost("age", 2, "s", 2).isMet()).hasValue(true);
    assertThat(Figure.atMost("age", 2.1, "s", 2).isMet()).hasValue(false);
    assertThat(Figure.atLeast("pictures", 2, "1/s", 2).isMet()).hasValue(true);
    assertThat(Figure.atLeast("pictures", 1.9, "1/s", 2).isMet()).hasValue(false);
  }

  @Test
  void target_ofSoManyTimesTheReference_isMetUpToThere() {
    assertThat(Figure.atMostTimes("copy", 5, "ms/s", 1.25, 4).isMet()).hasValue(true);
    assertThat(Figure.atMostTimes("copy", 5.1, "ms/s", 1.25, 4).isMet()).hasValue(false);
    assertThat(Figure.atMostTimes("copy", 5, "ms/s", 1.25, 4).ratio()).hasValue(1.25);
  }

  @Test
  void reference_thatIsNoTarget_isNeitherMetNorMissed() {
    assertThat(Figure.of("seal", 60, "us", 40).isMet()).isEmpty();
  }

  @Test
  void bound_withoutTarget_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Figure("age", 2, "s", OptionalDouble.empty(), Bound.AT_MOST, 1));
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
