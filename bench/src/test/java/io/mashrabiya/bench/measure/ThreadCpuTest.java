package io.mashrabiya.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ThreadCpuTest {
  @Test
  void microsPer_operationThatWaits_countsOnlyItsWork() throws Exception {
    var calls = new AtomicInteger();
    long begun = System.nanoTime();
    double micros =
        ThreadCpu.microsPer(
                i -> {
                  LockSupport.parkNanos(1_000_000);
                  return calls.incrementAndGet();
                })
            .turn(Duration.ofMillis(20));
    double elapsedMicros = (System.nanoTime() - begun) / 1e3;
    assertThat(calls).hasPositiveValue();
    assertThat(micros * calls.get()).isPositive().isLessThan(elapsedMicros);
  }
}
