package io.mashrabiya.relay.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StillPolicyTest {
  @ParameterizedTest
  @CsvSource({
    "ON, 6001, true, true",
    "ON, 6000, true, false",
    "ON, 6001, false, false",
    "ON, 0, true, false",
    "OFF, 6001, true, false",
    "OFF, 600000, true, false",
  })
  void leavesOut_keyFrame_whereTheLineIsTooSlowAndThereAreStills(
      StillPolicy policy, long takesMillis, boolean getsStills, boolean is) {
    assertThat(policy.leavesOut(Duration.ofMillis(takesMillis), getsStills)).isEqualTo(is);
  }
}
