package io.mashrabiya.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ScratchFolderTest {
  @Test
  void close_whateverLiesInIt_leavesNothing() throws Exception {
    ScratchFolder folder = ScratchFolder.make();
    try (folder) {
      Files.createDirectories(folder.path().resolve("home/stills"));
      Files.writeString(folder.path().resolve("home/stills/one"), "still");
    }
    assertThat(folder.path()).doesNotExist();
  }
}
