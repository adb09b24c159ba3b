package io.mashrabiya.bench.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StandingTest {
  @Test
  void ofThisProcess_withAVirtualThreadThatWaits_countsIt() throws Exception {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    Thread waiting =
        Thread.ofVirtual()
            .name("waits")
            .start(() -> {
              begun.countDown();
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    begun.await();
    Standing standing = Standing.ofThisProcess();
    end.countDown();
    waiting.join();
    assertThat(standing.virtualThreads()).isPositive();
    assertThat(standing.threads()).isPositive();
  }

  @Test
  void read_itsOwnLine_isTheSame() {
    var standing = new Standing(36, 9, 92);
    assertThat(Standing.read(standing.line())).isEqualTo(standing);
  }
}
