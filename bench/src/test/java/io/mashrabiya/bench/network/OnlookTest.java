package io.mashrabiya.bench.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OnlookTest {
  @Test
  void line_ofAnOnlook_isReadAsTheSame() {
    Onlook seen = new Onlook(7, List.of(100L, 250L, 1_000L));
    assertThat(Onlook.read(seen.line())).isEqualTo(seen);
    Onlook nothing = new Onlook(0, List.of());
    assertThat(Onlook.read(nothing.line())).isEqualTo(nothing);
    assertThat(nothing.sawSomething()).isFalse();
  }

  @Test
  void ageSeconds_isThatWhichTheShareDoesNotExceed() {
    Onlook seen = new Onlook(4, List.of(400L, 100L, 200L, 300L));
    assertThat(seen.ageSeconds(0.5)).isEqualTo(0.2);
    assertThat(seen.ageSeconds(0.95)).isEqualTo(0.4);
  }
}
