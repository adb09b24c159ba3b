package io.mashrabiya.network.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BelievedRateTest {
  private final BelievedRate rate = new BelievedRate();

  private static Duration at(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void learn_first_isBelievedAsItIs() {
    assertThat(rate.isKnown()).isFalse();
    rate.learn(1000, false, at(0), at(10));
    assertThat(rate.isKnown()).isTrue();
    assertThat(rate.bytesPerSecond()).isEqualTo(1000);
  }

  @Test
  void learn_faster_isBelievedAQuarter() {
    rate.learn(1000, false, at(0), at(10));
    rate.learn(2000, false, at(10), at(20));
    assertThat(rate.bytesPerSecond()).isEqualTo(1250);
  }

  @Test
  void learn_slowerInTime_changesNothing() {
    rate.learn(1000, false, at(0), at(10));
    rate.learn(500, false, at(10), at(20));
    assertThat(rate.bytesPerSecond()).isEqualTo(1000);
  }

  @Test
  void learn_slowerAndLate_isBelievedAtOnceByThreeQuartersAtMost() {
    rate.learn(1000, false, at(0), at(10));
    rate.learn(500, true, at(10), at(20));
    assertThat(rate.bytesPerSecond()).isEqualTo(500);
    rate.learn(1, true, at(20), at(30));
    assertThat(rate.bytesPerSecond()).isEqualTo(125);
  }

  /// All of it waited in the same queue.
  @Test
  void learn_slowerAgainOfWhatWasOnItsWayThen_changesNothing() {
    rate.learn(1000, false, at(0), at(10));
    rate.learn(500, true, at(10), at(20));
    rate.learn(250, true, at(19), at(25));
    assertThat(rate.bytesPerSecond()).isEqualTo(500);
  }
}
