package io.mashrabiya.media.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkLogTest {
  @Test
  void drawn_pictures_areLinesInTheFileAtOnce(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("drawn.log");
    Files.writeString(file, "an older log\n");
    try (MarkLog log = MarkLog.into(file)) {
      log.drawn(new Mark(7, 0), 1_795_000_000_000_000L);
      log.drawn(new Mark(-1, -2), 1_795_000_000_066_666L);
      assertThat(Files.readString(file))
          .isEqualTo("7 0 1795000000000000\n4294967295 4294967294 1795000000066666\n");
    }
  }
}
