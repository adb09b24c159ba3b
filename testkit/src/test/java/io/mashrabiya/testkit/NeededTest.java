package io.mashrabiya.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class NeededTest {
  @Test
  void program_onPath_isFound() {
    Path shell = Needed.program("unused", "no-such-program", "sh");
    assertThat(shell).isAbsolute().isExecutable().hasFileName("sh");
  }

  @Test
  void that_isThere_goesOn() {
    assertThatCode(() -> Needed.that(true, "a shell", "unused")).doesNotThrowAnyException();
  }

  @Test
  void absent_whereAllMustRun_fails() {
    assertThatThrownBy(() -> Needed.absent("a harp", "apt-get install harp", true))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContainingAll("a harp", "apt-get install harp");
  }

  @Test
  void absent_elsewhere_skips() {
    assertThatThrownBy(() -> Needed.absent("a harp", "apt-get install harp", false))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContainingAll("a harp", "apt-get install harp");
  }
}
