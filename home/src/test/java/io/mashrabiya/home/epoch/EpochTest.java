package io.mashrabiya.home.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.wire.codec.Json;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000);

  @ParameterizedTest
  @CsvSource({"0, 1000", "998, 1000", "999, 1000", "1000, 1001", "5000, 5001"})
  void after_lastEpoch_isAboveItAndNotBeforeTheSecond(long last, long expected) {
    assertThat(Epoch.after(last, NOW).number()).isEqualTo(expected);
  }

  @Test
  void epoch_theFirst_isOne() {
    assertThat(new Epoch(1, NOW).card(0)).isEqualTo(Epoch.CARDS);
    assertThatThrownBy(() -> new Epoch(0, NOW)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isOver_afterADay() {
    Epoch epoch = Epoch.after(0, NOW);
    assertThat(epoch.isOver(NOW.plus(Duration.ofDays(1)).minusNanos(1))).isFalse();
    assertThat(epoch.isOver(NOW.plus(Duration.ofDays(1)))).isTrue();
  }

  @Test
  void card_numbersOfOneEpoch_areBelowThoseOfTheNext() {
    Epoch epoch = new Epoch(7, NOW);
    Epoch next = new Epoch(8, NOW);
    assertThat(epoch.card(Epoch.CARDS - 1)).isLessThan(next.card(0));
    assertThat(epoch.card(1)).isGreaterThan(epoch.card(0));
  }

  @Test
  void card_ofTheLastEpoch_isStillExactInJson() {
    assertThat(new Epoch((1L << 53) / Epoch.CARDS - 1, NOW).card(Epoch.CARDS - 1))
        .isLessThanOrEqualTo(Json.MAX_WHOLE);
  }

  @Test
  void card_beyondTheEpochsLast_isRefused() {
    assertThat(Epoch.hasCard(Epoch.CARDS)).isFalse();
    assertThatThrownBy(() -> new Epoch(7, NOW).card(Epoch.CARDS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
