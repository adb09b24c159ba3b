package io.mashrabiya.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {
  private final Path home = Path.of("home");

  @Test
  void base_isWhereEachSystemWantsIt() {
    assertThat(DataFolder.base(Map.of(), "Linux", home)).isEqualTo(Path.of("home/.local/share"));
    assertThat(DataFolder.base(Map.of("XDG_DATA_HOME", "/x"), "Linux", home))
        .isEqualTo(Path.of("/x"));
    assertThat(DataFolder.base(Map.of("XDG_DATA_HOME", " "), "Linux", home))
        .isEqualTo(Path.of("home/.local/share"));
    assertThat(DataFolder.base(Map.of(), "Mac OS X", home))
        .isEqualTo(Path.of("home/Library/Application Support"));
    assertThat(DataFolder.base(Map.of("LOCALAPPDATA", "L"), "Windows 11", home))
        .isEqualTo(Path.of("L"));
  }
}
