package io.mashrabiya.relay.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.relay.rollout.Ledger;
import io.mashrabiya.wire.codec.Malformed;

/// A ledger of whatever bytes is read as what it says, or refused.
class LedgerFuzzTest {
  @FuzzTest
  void ledger(byte[] input) {
    try {
      Ledger read = LedgerFormat.parse(input);
      assertThat(LedgerFormat.parse(LedgerFormat.bytes(read))).isEqualTo(read);
    } catch (Malformed expected) {
      assertThat(expected.production()).isNotEmpty();
    }
  }
}
