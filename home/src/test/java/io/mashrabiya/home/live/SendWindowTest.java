package io.mashrabiya.home.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendWindowTest {
  private final SendWindow window = new SendWindow();

  private long carried;

  private static Duration at(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void isOpen_nothingUnderWay_alwaysOne() {
    assertThat(window.isOpen()).isTrue();
    window.sent((int) SendWindow.MOST_BYTES * 2, at(0));
    assertThat(window.isOpen()).isFalse();
    assertThat(window.acknowledged(1, at(50))).isTrue();
    assertThat(window.isOpen()).isTrue();
  }

  /// One frame of that size that is acknowledged after so long.
  private void carry(int bytes, long sentAtMillis, long tookMillis) {
    window.sent(bytes, at(sentAtMillis));
    assertThat(window.acknowledged(++carried, at(sentAtMillis + tookMillis))).isTrue();
  }

  @Test
  void limitBytes_ofAKnownLine_areWhatItCarriesInARoundTripAndTheTarget() {
    carry(100_000, 0, 1_000);
    assertThat(window.limitBytes()).isEqualTo(100 * (1_000 + 400));
    carry(10_000, 1_000, 100); // as fast, but the way is now known to be shorter
    assertThat(window.limitBytes()).isEqualTo(100 * (100 + 400));
  }

  @Test
  void acknowledged_quickly_growsTheWindowToItsMost() {
    for (int i = 0; i < 100; i++) {
      carry((int) window.limitBytes(), i, 1);
    }
    assertThat(window.limitBytes()).isEqualTo(SendWindow.MOST_BYTES);
  }

  @Test
  void acknowledged_littleButInTime_saysNothingOfASlowerLine() {
    carry(100_000, 0, 100);
    carry(1_000, 100, 300);
    assertThat(window.limitBytes()).isEqualTo(1_000 * (100 + 400));
    carry(1_000, 400, 301);
    assertThat(window.limitBytes()).isEqualTo(250 * (100 + 400));
  }

  @Test
  void acknowledged_afterTheLineStoodStill_countsOnceAndByThreeQuartersAtMost() {
    carry(100_000, 0, 100);
    window.sent(1_000, at(100));
    window.sent(1_000, at(101));
    window.acknowledged(2, at(20_100));
    window.acknowledged(3, at(20_101));
    assertThat(window.limitBytes()).isEqualTo(250 * (100 + 400));
  }

  @Test
  void acknowledged_manyAtOnce_measuresByTheNewest() {
    window.sent(10_000, at(0));
    window.sent(10_000, at(900));
    window.acknowledged(2, at(1_000));
    assertThat(window.limitBytes()).isEqualTo(200 * (100 + 400));
  }

  @Test
  void acknowledged_moreThanSentOrFewerThanBefore_isRefused() {
    window.sent(1, at(0));
    assertThat(window.acknowledged(2, at(1))).isFalse();
    assertThat(window.acknowledged(1, at(1))).isTrue();
    assertThat(window.acknowledged(0, at(1))).isFalse();
  }
}
