package io.mashrabiya.home.authority;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.wire.codec.ByteReader;
import io.mashrabiya.wire.codec.Malformed;

/// Hostile requests that decode, by members, struck devices and strangers, in any order and at any
/// times: what [Besieged] keeps count of holds after each.
class AuthorityFuzzTest {
  private static final int MOST_STEPS = 100;

  /// Each step is a byte that says what happens, and a few that say with what.
  @FuzzTest
  void requests(byte[] input) throws Malformed {
    ByteReader script = new ByteReader("script", input);
    Besieged besieged = new Besieged();
    for (int step = 0; step < MOST_STEPS && script.remaining() >= Besieged.STEP_BYTES; step++) {
      besieged.step(script);
      besieged.check();
    }
  }
}
