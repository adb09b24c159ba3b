package io.mashrabiya.app.config;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Any bytes for a configuration: understood, or a fault in words; never another exception.
class ConfigurationFuzzTest {
  @FuzzTest
  void read(byte[] input) throws IOException {
    Path file = Files.createTempFile("fuzz", ".yaml");
    try {
      Configuration.read(Files.write(file, input));
    } catch (ConfigurationFault expected) {
      // that is the other way it may end
    } finally {
      Files.delete(file);
    }
  }
}
