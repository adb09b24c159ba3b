package io.mashrabiya.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerErrorsTest {
  private static final Logger LOG = Logger.getLogger(WorkerErrors.class.getName());

  private final List<String> logged = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          logged.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOG.setUseParentHandlers(false);
    LOG.setLevel(Level.INFO);
    LOG.addHandler(handler);
  }

  @AfterEach
  void stop() {
    LOG.removeHandler(handler);
    LOG.setLevel(null);
    LOG.setUseParentHandlers(true);
  }

  @Test
  void drain_endlessComplaints_areReadToTheEndAndLoggedInPart() {
    var errors = new ByteArrayInputStream(new byte[5 << 20]);
    WorkerErrors.drain(errors, 7);
    assertThat(errors.available()).isZero();
    assertThat(logged).hasSize(16);
  }

  @Test
  void drain_linesAndControls_areOneLogLine() {
    byte[] said = "a\nb\u001b[31m\tc\r\n".getBytes(StandardCharsets.UTF_8);
    WorkerErrors.drain(new ByteArrayInputStream(said), 7);
    assertThat(logged).containsExactly("worker 7 says: a b [31m c");
  }
}
