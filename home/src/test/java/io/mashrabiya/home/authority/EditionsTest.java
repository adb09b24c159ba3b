package io.mashrabiya.home.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.statement.Version;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EditionsTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);

  private static Edition edition(long number, Instant ruled) {
    return new Edition(new Version(7, number), ruled);
  }

  @Test
  void next_isOneMoreOfWholeMicroseconds() {
    Editions next = Editions.FIRST.next(NOW.plusNanos(1_999));
    assertThat(next.version()).isEqualTo(2);
    assertThat(next.newest()).isEqualTo(NOW.plusNanos(1_000));
  }

  @Test
  void include_ofTwoThatWentTheirOwnWays_isOfTheCommonPastAlone() {
    Editions common = Editions.FIRST.next(NOW);
    Editions first = common.next(NOW.plusSeconds(1)).next(NOW.plusSeconds(2));
    Editions second = common.next(NOW.plusSeconds(3));
    for (int i = 0; i < 10; i++) {
      second = second.next(NOW.plusSeconds(4 + i));
    }
    assertThat(second.include(edition(2, NOW))).isTrue();
    assertThat(second.include(edition(3, NOW.plusSeconds(1)))).isFalse();
    assertThat(second.include(edition(4, NOW.plusSeconds(2)))).isFalse();
    assertThat(first.include(edition(5, NOW.plusSeconds(4)))).as("yet to come").isFalse();
  }

  /// Nobody waits so long; and the copy's newest is no newer for it.
  @Test
  void next_moreThanAreKept_forgetsTheOldestAndLetsItPass() {
    Editions editions = Editions.FIRST;
    for (int i = 0; i < Editions.MAX_KEPT; i++) {
      editions = editions.next(NOW.plusSeconds(i));
    }
    assertThat(editions.ruled()).hasSize(Editions.MAX_KEPT).doesNotContainKey(1L);
    assertThat(editions.include(edition(1, NOW))).isTrue();
    assertThat(editions.include(edition(2, NOW.plusNanos(1_000)))).isFalse();
  }

  @Test
  void ofNone_isAProgrammersError() {
    assertThatThrownBy(() -> new Editions(new TreeMap<>()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
