package io.mashrabiya.app.doctor.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.doctor.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceLeftTest {
  @TempDir private Path folder;

  private Verdict with(long bytes) {
    return new SpaceLeft(folder.resolve("not/there/yet"), path -> bytes).examine();
  }

  @Test
  void space_nearlyFull_isAFaultWithWhatToDo() {
    assertThat(with(99_999_999))
        .isInstanceOfSatisfying(
            Verdict.Fault.class,
            fault -> {
              assertThat(fault.found()).asString().contains("99 MB left");
              assertThat(fault.remedy()).asString().contains("--data");
            });
  }

  @Test
  void space_little_isAdvised_andPlentyIsFine() {
    assertThat(with(100_000_000)).isInstanceOf(Verdict.Advice.class);
    assertThat(with(1_000_000_000)).isInstanceOf(Verdict.Ok.class);
  }

  @Test
  void space_notTold_isNotExamined() {
    var unknown =
        new SpaceLeft(
            folder,
            path -> {
              throw new IOException("no");
            });
    assertThat(unknown.examine()).isInstanceOf(Verdict.NotExamined.class);
  }

  @Test
  void space_ofAFolderThatIsNotThere_isThatOfTheNearest() throws IOException {
    assertThat(FolderWard.nearest(folder.resolve("a/b"))).isEqualTo(folder.toAbsolutePath());
    assertThat(DiskSpace.SYSTEM.usableBytes(folder)).isPositive();
  }
}
