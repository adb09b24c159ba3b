package io.mashrabiya.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessCpuTest {
  @Test
  void of_thisProcess_countsAtLeastWhatItsThreadUsed() {
    var threads = ManagementFactory.getThreadMXBean();
    Duration processBefore = ProcessCpu.of(ProcessHandle.current());
    long threadBefore = threads.getCurrentThreadCpuTime();
    double sum = 0;
    while (threads.getCurrentThreadCpuTime() - threadBefore < 5_000_000) {
      sum += Math.sin(sum + 1);
    }
    Duration used = ProcessCpu.of(ProcessHandle.current()).minus(processBefore);
    assertThat(used).isGreaterThanOrEqualTo(Duration.ofMillis(5));
    assertThat(sum).isFinite();
  }
}
