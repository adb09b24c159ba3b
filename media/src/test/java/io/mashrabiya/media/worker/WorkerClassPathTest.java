package io.mashrabiya.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkerClassPathTest {
  private static final Path ROOM =
      Path.of(
          URI.create(
              WorkerClassPath.class
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .toString()));

  private static String path(String... entries) {
    return Stream.of(entries)
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String of(String own) {
    return WorkerClassPath.of(own, List.of(WorkerClassPath.class));
  }

  @Test
  void of_aShippedFolder_isTheRoomAndFfmpeg() {
    String own =
        path(
            "lib/app.jar",
            ROOM.toString(),
            "lib/ffmpeg-8.jar",
            "lib/bcprov.jar",
            "lib/javacpp-1.jar");
    assertThat(of(own)).isEqualTo(path(ROOM.toString(), "lib/ffmpeg-8.jar", "lib/javacpp-1.jar"));
  }

  @Test
  void of_oneJarWithAll_isThatJar() {
    assertThat(of(path("all.jar"))).isEqualTo(path("all.jar"));
  }
}
