package io.mashrabiya.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// Repeats what it is told.
  static final class Parrot {
    private Parrot() {}

    public static void main(String[] arguments) throws IOException {
      System.out.println("noise");
      System.out.println("started " + arguments[0]);
      System.in.transferTo(System.out);
    }
  }

  @Test
  void hear_amongOtherLines_isTheRestOfTheOneThatBeginsSo() throws Exception {
    try (Child child = Child.jvm(List.of(), Parrot.class, "well")) {
      assertThat(child.hear("started", PATIENCE)).isEqualTo("well");
      child.say("hello there");
      assertThat(child.hear("hello", PATIENCE)).isEqualTo("there");
    }
  }

  @Test
  void hear_whatIsNeverSaid_fails() throws Exception {
    try (Child child = Child.jvm(List.of(), Parrot.class, "well")) {
      assertThatThrownBy(() -> child.hear("never", Duration.ofMillis(1)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("`never`");
    }
  }

  @Test
  void cpu_ofAProcessThatStarted_rises() throws Exception {
    try (Child child = Child.jvm(List.of(), Parrot.class, "well")) {
      Duration atOnce = child.cpu();
      child.hear("started", PATIENCE);
      assertThat(child.cpu()).isGreaterThan(atOnce).isLessThan(Duration.ofMinutes(1));
    }
  }

  @Test
  void close_childThatWaitsForInput_endsIt() throws Exception {
    ProcessHandle handle;
    try (Child child = Child.jvm(List.of(), Parrot.class, "well")) {
      handle = child.handle();
      child.hear("started", PATIENCE);
    }
    assertThat(handle.isAlive()).isFalse();
  }
}
