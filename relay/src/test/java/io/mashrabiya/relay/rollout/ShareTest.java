package io.mashrabiya.relay.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "100, 10000", "100.00, 10000", "5, 500", "0.25, 25", "0.1, 10", "007, 700"})
  void parse_percent_isOfTenThousand(String percent, int perTenThousand) {
    assertThat(Share.parse(percent)).contains(new Share(perTenThousand));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-1", "+5", "101", "100.01", "5%", "0.001", ".5", "5.", "1e1", "0x5", "٥", " 5"
      })
  void parse_whatIsNoPercent_isNone(String typed) {
    assertThat(Share.parse(typed)).isEmpty();
  }

  @Test
  void percent_ofEveryShare_isReadAsThat() {
    for (int share = 0; share <= Share.WHOLE; share++) {
      assertThat(Share.parse(new Share(share).percent())).contains(new Share(share));
    }
    assertThat(Share.ALL).hasToString("100%");
    assertThat(new Share(25)).hasToString("0.25%");
  }

  @Test
  void share_outsideOfNoneAndAll_isRefused() {
    assertThatThrownBy(() -> new Share(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share(10_001)).isInstanceOf(IllegalArgumentException.class);
  }
}
