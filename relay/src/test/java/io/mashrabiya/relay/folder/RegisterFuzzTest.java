package io.mashrabiya.relay.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.relay.admit.Register;
import io.mashrabiya.wire.codec.Malformed;

/// A register of whatever bytes is read as what it says, or refused.
class RegisterFuzzTest {
  @FuzzTest
  void register(byte[] input) {
    try {
      Register read = RegisterFormat.parse(input);
      assertThat(RegisterFormat.parse(RegisterFormat.bytes(read))).isEqualTo(read);
    } catch (Malformed expected) {
      assertThat(expected.production()).isNotEmpty();
    }
  }
}
