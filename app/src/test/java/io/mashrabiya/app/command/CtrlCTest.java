package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ctrl-C ends every command with the documented code, whatever it is doing.
@Tag("slow")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CtrlCTest {
  private static final int ENDED_BY_CTRL_C = 130;
  private static final String NOBODY = "rtsp://mona:hunter2@127.0.0.1:1/a";

  @TempDir private Path data;

  private static void assertEnds(Running running) throws Exception {
    assertThat(running.exitCode()).isEqualTo(ENDED_BY_CTRL_C);
    assertThat(running.all()).doesNotContain("Exception", "hunter2", "\tat ");
  }

  @ParameterizedTest
  @CsvSource({
    "serve " + NOBODY + " --port 0 --no-open --data DATA, Enter prints",
    "home " + NOBODY + " --relay http://localhost:1 --data DATA, Enter prints",
    "relay --admit all --port 0 --data DATA, Relay at",
    "virtual-camera --scene door --port 0, rtsp://",
  })
  void ctrlC_whileItRuns_endsIt(String line, String ready) throws Exception {
    try (Running running = Running.start(line.replace("DATA", data + "/home").split(" "))) {
      running.await(ready);
      running.interrupt();
      assertEnds(running);
    }
  }

  @Test
  void ctrlC_beforeAnythingRuns_endsIt() throws Exception {
    try (Running demo =
        Running.start("demo", "--port", "0", "--no-open", "--data", data.toString())) {
      demo.interrupt();
      assertEnds(demo);
    }
  }

  @Test
  void ctrlC_inTheMiddleOfAStart_endsItAndTheNextStartIsSound() throws Exception {
    String[] line = {"demo", "--port", "0", "--no-open", "--data", data.toString()};
    try (Running demo = Running.start(line)) {
      while (!Files.exists(data.resolve("household-1").resolve("lock"))) {
        LockSupport.parkNanos(1_000_000); // a file tells nobody that it is there
      }
      demo.interrupt();
      assertEnds(demo);
    }
    try (Running again = Running.start(line)) {
      again.await("Enter prints");
      again.interrupt();
      assertEnds(again);
    }
  }

  @Test
  void ctrlC_whileAPasswordIsAskedFor_endsIt() throws Exception {
    try (Running serve =
        Running.startAtTerminal(
            "serve", "rtsp://mona@127.0.0.1:1/a", "--port", "0", "--data", data + "/home")) {
      serve.await("Password of mona at Camera 1: ");
      serve.type("\u0003");
      assertEnds(serve);
    }
  }
}
