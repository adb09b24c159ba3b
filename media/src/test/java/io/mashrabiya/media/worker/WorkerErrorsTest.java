package io.mashrabiya.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerErrorsTest {
  private final Logged logged = new Logged(WorkerErrors.class);

  @AfterEach
  void stop() {
    logged.close();
  }

  @Test
  void drain_endlessComplaints_areReadToTheEndAndLoggedInPart() {
    var errors = new ByteArrayInputStream(new byte[5 << 20]);
    WorkerErrors.drain(errors, 7);
    assertThat(errors.available()).isZero();
    assertThat(logged.messages()).hasSize(16);
  }

  @Test
  void drain_linesAndControls_areOneLogLine() {
    byte[] said = "a\nb\u001b[31m\u009b\u2028\tc\r\n".getBytes(StandardCharsets.UTF_8);
    WorkerErrors.drain(new ByteArrayInputStream(said), 7);
    assertThat(logged.messages()).containsExactly("worker 7 says: a b [31m c");
  }
}
