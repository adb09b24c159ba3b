package io.mashrabiya.network.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineRateTest {
  private static final Percentage NEARLY = Percentage.withPercentage(20);

  private static final Duration WAY = Duration.ofMillis(240);

  private final LineRate rate = new LineRate();
  private Duration now = Duration.ofHours(1);

  /// So much crosses a line of that rate, with a delay of the way on top, while nothing else does.
  private void crosses(long bytes, long bitsPerSecond, long jitterMillis) {
    Duration sentAt = now;
    now = now.plus(WAY).plusMillis(bytes * 8_000 / bitsPerSecond + jitterMillis);
    rate.crossed(bytes, sentAt, sentAt, WAY, now);
  }

  /// What is sent faster than it crosses: each waits for the one before it.
  @Test
  void limit_ofALineThatIsNeverIdle_isWhatItCarries() {
    Duration begun = now;
    for (int i = 1; i <= 100; i++) {
      Duration sentAt = begun.plusMillis(10L * i);
      rate.crossed(3_000, sentAt, sentAt, WAY, begun.plus(WAY).plusMillis(50L * i));
    }
    assertThat(rate.limitBitsPerSecond()).isCloseTo(480_000, NEARLY);
  }

  /// While one is on its way to be acknowledged the next has left already.
  @Test
  void limit_ofAFarLine_countsNothingTwice() {
    crosses(60_000, 512_000, 0);
    Duration begun = now;
    for (int i = 1; i <= 100; i++) {
      Duration sentAt = begun.plusMillis(150L * i);
      rate.crossed(3_000, sentAt, sentAt, WAY, sentAt.plus(WAY).plusMillis(47));
    }
    assertThat(rate.limitBitsPerSecond()).isCloseTo(512_000, NEARLY);
  }

  @Test
  void limit_beforeAnythingWasLate_isNone() {
    for (int i = 0; i < 100; i++) {
      crosses(3_000, 512_000, 0);
    }
    assertThat(rate.limitBitsPerSecond()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {64_000, 512_000, 1_000_000})
  void limit_ofALineThatWasLate_isWhatItCarries(long bitsPerSecond) {
    crosses(100_000, bitsPerSecond, 0);
    assertThat(rate.limitBitsPerSecond()).isCloseTo(bitsPerSecond, NEARLY);
    for (int i = 0; i < 100; i++) {
      crosses(i % 24 == 0 ? 12_000 : 3_000, bitsPerSecond, i % 3 * 5);
      assertThat(rate.limitBitsPerSecond()).isCloseTo(bitsPerSecond, NEARLY);
    }
  }

  /// As where whoever acknowledges was busy for a moment.
  @Test
  void limit_ofALineThatWasLateOnce_isNone() {
    for (int i = 0; i < 10; i++) {
      crosses(10_000, 50_000_000, i == 5 ? 400 : 0);
    }
    assertThat(rate.limitBitsPerSecond()).isZero();
  }

  @Test
  void limit_ofALineThatIsLateAgainAndAgain_isToldTheThirdTime() {
    crosses(20_000, 512_000, 0);
    crosses(20_000, 512_000, 0);
    assertThat(rate.limitBitsPerSecond()).isZero();
    crosses(20_000, 512_000, 0);
    assertThat(rate.limitBitsPerSecond()).isCloseTo(512_000, NEARLY);
  }

  @Test
  void limit_afterAnOutage_isNotThatOfASlowLine() {
    crosses(200_000, 2_000_000, 0);
    for (int i = 0; i < 20; i++) {
      crosses(10_000, 2_000_000, 0);
    }
    crosses(10_000, 2_000_000, 20_000);
    assertThat(rate.limitBitsPerSecond()).isGreaterThan(1_000_000);
  }

  @Test
  void limit_ofALineThatBecomesSlower_followsWithinAFewSeconds() {
    crosses(200_000, 2_000_000, 0);
    for (int i = 0; i < 100; i++) {
      crosses(5_000, 200_000, 0);
    }
    assertThat(rate.limitBitsPerSecond()).isCloseTo(200_000, NEARLY);
  }

  @Test
  void limit_ofALineThatIsFastForAWhile_isForgiven() {
    crosses(60_000, 512_000, 0);
    for (int i = 0; i < 110; i++) {
      crosses(12_000, 50_000_000, 0);
    }
    assertThat(rate.limitBitsPerSecond()).isZero();
  }

  /// It brings 4 KB at once, but no camera's main stream.
  @Test
  void limit_ofALineOfOneMegabitWithoutAQueue_isKept() {
    crosses(200_000, 1_000_000, 0);
    for (int i = 0; i < 1_000; i++) {
      crosses(4_600, 1_000_000, 0);
    }
    assertThat(rate.limitBitsPerSecond()).isCloseTo(1_000_000, NEARLY);
  }

  @Test
  void limit_ofSmallThingsAlone_isKeptWhenTheyComeAtOnce() {
    crosses(60_000, 512_000, 0);
    for (int i = 0; i < 200; i++) {
      crosses(1_000, 50_000_000, 0);
    }
    assertThat(rate.limitBitsPerSecond()).as("they say nothing").isCloseTo(512_000, NEARLY);
  }

  @Test
  void limit_ofNothingThatTookNoTime_isANumber() {
    rate.crossed(0, now, now, WAY, now);
    rate.crossed(Long.MAX_VALUE / 16, now, now, WAY, now.plusSeconds(1));
    assertThat(rate.limitBitsPerSecond()).isPositive();
  }
}
