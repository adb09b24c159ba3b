package io.mashrabiya.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {
  @TempDir private Path folder;

  @Test
  void accept_aKeyFrame_isKeptByItsCameraAlone() throws Exception {
    Sealing sealing = Sealing.in(folder.resolve("home"), 2);
    sealing.seals().getFirst().accept(new Frame(Track.MAIN, 1, true, new byte[] {1}));
    assertThat(sealing.seals().getFirst().keyFrame()).isPresent();
    assertThat(sealing.seals().getLast().keyFrame()).isEmpty();
  }

  @Test
  void in_aFolderWithOtherFiles_fails() throws Exception {
    Files.createFile(folder.resolve("other"));
    assertThatThrownBy(() -> Sealing.in(folder, 1)).isInstanceOf(IOException.class);
  }
}
