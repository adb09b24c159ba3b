package io.mashrabiya.home.door;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/// Any first line at the door: understood or not, never an exception.
class DoorRequestFuzzTest {
  @FuzzTest
  void line(byte[] input) {
    var _ = DoorRequest.read(new String(input, StandardCharsets.ISO_8859_1));
  }
}
