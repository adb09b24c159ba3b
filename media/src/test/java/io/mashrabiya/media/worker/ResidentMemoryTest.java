package io.mashrabiya.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {
  private static final long NOBODY = 1L << 40;
  private static final long MEGA = 1 << 20;

  private static List<ResidentMemory> bothOf(long pid) {
    return List.of(ResidentMemory.of(pid), new ResidentMemory.Ps(pid));
  }

  @Test
  void bytes_ofThisProcess_isWhatAJvmTakes() {
    for (ResidentMemory memory : bothOf(ProcessHandle.current().pid())) {
      assertThat(memory.bytes()).isBetween(20 * MEGA, 20_000 * MEGA);
    }
  }

  @Test
  void bytes_ofAProcessThatIsGone_isZero() {
    for (ResidentMemory memory : bothOf(NOBODY)) {
      assertThat(memory.bytes()).isZero();
    }
  }
}
