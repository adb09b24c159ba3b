package io.mashrabiya.home.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;

/// A state file of whatever bytes is read as what it says, or refused.
class StateFileFuzzTest {
  private static final HouseholdId HOUSEHOLD = new HouseholdId(1, 2, 3);

  @FuzzTest
  void state(byte[] input) {
    try {
      HouseholdState state = StateFormat.parse(input, HOUSEHOLD);
      assertThat(StateFormat.parse(StateFormat.bytes(state), HOUSEHOLD)).isEqualTo(state);
    } catch (Malformed expected) {
      assertThat(expected.production()).isNotEmpty();
    }
  }
}
