package io.mashrabiya.wire.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void isNewerThan_serialGoesBeforeNumber() {
    assertThat(new Version(2, 0).isNewerThan(new Version(1, 9))).isTrue();
    assertThat(new Version(1, 2).isNewerThan(new Version(1, 1))).isTrue();
    assertThat(new Version(1, 1).isNewerThan(new Version(1, 1))).isFalse();
    assertThat(new Version(1, 0).isNewerThan(Version.NONE)).isTrue();
  }
}
