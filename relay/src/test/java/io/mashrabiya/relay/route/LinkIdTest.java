package io.mashrabiya.relay.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkIdTest {
  @Test
  void toString_isWhatLogsCallIt() {
    assertThat(new LinkId(7)).hasToString("link 7");
  }
}
