package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The command beside a running `demo`, whose first household it asks.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SnapshotCommandTest {
  @TempDir private Path folder;

  private Said snapshot(String... more) {
    Path home = folder.resolve("demo").resolve("household-1");
    String[] line = new String[more.length + 3];
    line[0] = "snapshot";
    line[1] = "--data";
    line[2] = home.toString();
    System.arraycopy(more, 0, line, 3, more.length);
    return Said.by(line);
  }

  @Test
  @Tag("slow")
  void snapshot_ofARunningHome_writesThePicture() throws Exception {
    Path file = folder.resolve("door.jpg");
    try (Running demo =
        Running.start(
            "demo", "--port", "0", "--no-open", "--data", folder.resolve("demo").toString())) {
      demo.await("Enter prints");
      Said said = snapshot("-o", file.toString(), "Front door");
      while (said.code() != 0 && said.err().contains("connecting")) {
        said = snapshot("-o", file.toString(), "Front door");
      }
      assertThat(said.err()).isEmpty();
      assertThat(said.out()).contains("door.jpg, taken ");
      assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(640);

      Said unnamed = snapshot("-o", file.toString());
      assertThat(unnamed.code()).isEqualTo(1);
      assertThat(unnamed.err()).contains("camera=Front door");

      Said inArabic = snapshot("-o", file.toString(), "--lang", "ar");
      assertThat(inArabic.err()).as("of a home in English").startsWith("لا توجد كاميرا كهذه.");
    }
  }

  @Test
  void snapshot_withoutAHome_saysWhatToDo() {
    Said said = snapshot("-o", folder.resolve("door.webp").toString());
    assertThat(said.code()).isEqualTo(4);
    assertThat(said.err()).contains("Start it, or name its folder by --data");
  }

  @Test
  void snapshot_ofAnotherFormat_saysWhichThereAre() {
    Said said = snapshot("-o", folder.resolve("door.png").toString());
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains(".jpg or .webp");
  }
}
