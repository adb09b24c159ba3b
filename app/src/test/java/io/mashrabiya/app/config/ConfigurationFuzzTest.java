package io.mashrabiya.app.config;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Any text for a configuration: understood, or a fault in words; never another exception.
class ConfigurationFuzzTest {
  private static final Path FILE = Path.of("mashrabiya.yaml");

  @FuzzTest
  void parse(byte[] input) {
    try {
      Configuration.parse(FILE, new String(input, StandardCharsets.UTF_8));
    } catch (ConfigurationFault expected) {
      // that is the other way it may end
    }
  }
}
