package io.mashrabiya.wire.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.wire.codec.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080",
        "https://cameras.example",
        "http://127.0.0.1:1",
        "http://[::1]:8080",
        "https://a.b-c.example:8443"
      })
  void parse_asABrowserWritesIt_isTaken(String text) throws Malformed {
    assertThat(Origin.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "localhost",
        "http://",
        "http://localhost/",
        "http://localhost:80",
        "https://a:443",
        "HTTP://localhost",
        "http://A",
        "http://user@localhost",
        "http://localhost:0",
        "http://localhost:123456",
        "ws://localhost",
        "http://a?b",
        "http://a#b",
        "http://-a"
      })
  void parse_anythingElse_isMalformed(String text) {
    assertThatThrownBy(() -> Origin.parse(text)).isInstanceOf(Malformed.class);
  }

  @Test
  void webSocket_keepsHostAndPort() throws Malformed {
    assertThat(Origin.parse("https://a.example:8443").webSocket("/v1/home"))
        .hasToString("wss://a.example:8443/v1/home");
    assertThat(Origin.parse("http://localhost:8080").webSocket("/v1/device"))
        .hasToString("ws://localhost:8080/v1/device");
  }
}
