package io.mashrabiya.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void median_ofAnOddNumber_isTheOneInTheMiddle() {
    assertThat(Samples.of(9, 1, 5).median()).isEqualTo(5);
  }

  @Test
  void median_ofAnEvenNumber_isBetweenTheTwoInTheMiddle() {
    assertThat(Samples.of(9, 1, 5, 6).median()).isEqualTo(5.5);
  }

  @Test
  void quantile_ofAHundred_isByNearestRank() {
    var hundred = Samples.of(IntStream.rangeClosed(1, 100).asDoubleStream().toArray());
    assertThat(hundred.quantile(0.95)).isEqualTo(95);
    assertThat(hundred.quantile(1)).isEqualTo(100);
    assertThat(hundred.quantile(0.001)).isEqualTo(1);
  }

  @Test
  void of_theArrayHandedOver_leavesItAsItIs() {
    double[] values = {3, 1, 2};
    Samples.of(values);
    assertThat(values).containsExactly(3, 1, 2);
  }

  @Test
  void of_nothing_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(Samples::of);
  }
}
