package io.mashrabiya.home.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendWindowTest {
  private final SendWindow window = new SendWindow();

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

  @Test
  void acknowledged_quicklyWhileHeldBack_growsTheWindow() {
    window.sent((int) SendWindow.FIRST_BYTES, at(0));
    assertThat(window.isOpen()).isFalse();
    window.acknowledged(1, at(100));
    assertThat(window.limitBytes()).isEqualTo(2 * SendWindow.FIRST_BYTES);
  }

  @Test
  void acknowledged_quicklyWithRoomLeft_leavesTheWindow() {
    window.sent(1_000, at(0));
    window.acknowledged(1, at(10));
    assertThat(window.limitBytes()).isEqualTo(SendWindow.FIRST_BYTES);
  }

  @Test
  void acknowledged_late_halvesTheWindowOnceARound() {
    window.sent(1_000, at(0));
    window.sent(1_000, at(0));
    window.acknowledged(1, at(1_000));
    window.acknowledged(2, at(1_001));
    assertThat(window.limitBytes()).isEqualTo(SendWindow.FIRST_BYTES / 2);
  }

  @Test
  void acknowledged_alwaysLate_neverBelowTheLeast() {
    for (int i = 1; i <= 20; i++) {
      window.sent(1_000, at(i * 2_000L));
      window.acknowledged(i, at(i * 2_000L + 1_500));
    }
    assertThat(window.limitBytes()).isEqualTo(SendWindow.LEAST_BYTES);
  }

  @Test
  void acknowledged_moreThanSentOrFewerThanBefore_isRefused() {
    window.sent(1, at(0));
    assertThat(window.acknowledged(2, at(1))).isFalse();
    assertThat(window.acknowledged(1, at(1))).isTrue();
    assertThat(window.acknowledged(0, at(1))).isFalse();
  }
}
