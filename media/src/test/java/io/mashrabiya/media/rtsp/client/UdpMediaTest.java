package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class UdpMediaTest {
  private static final int ROUNDS = 20;

  @Test
  void await_lessThanAMillisecondAndNothingComes_sleepsUntilThen() throws IOException {
    int awaited = 0;
    try (var media = new UdpMedia(InetAddress.getLoopbackAddress(), 1, Playing.CLOCK)) {
      for (int round = 0; round < ROUNDS; round++) {
        long until = Playing.CLOCK.nowMicros() + 990;
        while (Playing.CLOCK.nowMicros() < until) {
          media.await(until);
          awaited++;
        }
      }
    }
    assertThat(awaited).as("and does not spin").isLessThanOrEqualTo(2 * ROUNDS);
  }
}
