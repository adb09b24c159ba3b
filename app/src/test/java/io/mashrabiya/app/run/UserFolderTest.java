package io.mashrabiya.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFolderTest {
  private final Path home = Path.of("home");

  @Test
  void data_isWhereEachSystemWantsIt() {
    assertThat(UserFolder.data(Map.of(), "linux", home)).isEqualTo(Path.of("home/.local/share"));
    assertThat(UserFolder.data(Map.of("XDG_DATA_HOME", "/x"), "linux", home))
        .isEqualTo(Path.of("/x"));
    assertThat(UserFolder.data(Map.of("XDG_DATA_HOME", " "), "linux", home))
        .isEqualTo(Path.of("home/.local/share"));
    assertThat(UserFolder.data(Map.of(), "mac os x", home))
        .isEqualTo(Path.of("home/Library/Application Support"));
    assertThat(UserFolder.data(Map.of("LOCALAPPDATA", "L"), "windows 11", home))
        .isEqualTo(Path.of("L"));
  }

  @Test
  void home_isThatOfTheEnvironmentFirst() {
    assertThat(UserFolder.home(Map.of("HOME", "/h"))).isEqualTo(Path.of("/h"));
    assertThat(UserFolder.home(Map.of()).toString()).isEqualTo(System.getProperty("user.home"));
  }

  @Test
  void settings_areWhereEachSystemWantsThem() {
    assertThat(UserFolder.settings(Map.of(), "linux", home)).isEqualTo(Path.of("home/.config"));
    assertThat(UserFolder.settings(Map.of("XDG_CONFIG_HOME", "/x"), "linux", home))
        .isEqualTo(Path.of("/x"));
    assertThat(UserFolder.settings(Map.of(), "mac os x", home))
        .isEqualTo(Path.of("home/Library/Application Support"));
    assertThat(UserFolder.settings(Map.of("APPDATA", "R"), "windows 11", home))
        .isEqualTo(Path.of("R"));
  }
}
