package io.mashrabiya.wire.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.mashrabiya.wire.Vectors;
import io.mashrabiya.wire.codec.Malformed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
  static Stream<Arguments> good() {
    return Vectors.of("origins", "good");
  }

  static Stream<Arguments> bad() {
    return Vectors.of("origins", "bad");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void parse_asABrowserWritesIt_isTaken(String name, JsonElement text) throws Malformed {
    Origin origin = Origin.parse(text.getAsString());
    assertThat(origin.text()).isEqualTo(text.getAsString());
    assertThat(origin.webSocket("/v1/home").getHost()).as("an address of ours").isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void parse_anythingElse_isMalformed(String why, JsonObject vector) {
    assertThatThrownBy(() -> Origin.parse(Vectors.text(vector, "text")))
        .isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1::2:3:4:5:6]", "[1:2:3:4:5:6::]", "[::1:2:3:4:5:6]"})
  void parse_ipv6WithTwoZerosLeftOut_isTaken(String host) throws Malformed {
    assertThat(Origin.parse("http://" + host)).hasToString("http://" + host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1:0:0:2:3:4:5:6]", "[1:2:3:4:5:6:7:8:9::]", "[::1:2:3:4:5:6:7:8:9]"})
  void parse_ipv6WithZerosWrittenOutOrTooManyPieces_isMalformed(String host) {
    assertThatThrownBy(() -> Origin.parse("http://" + host)).isInstanceOf(Malformed.class);
  }

  @Test
  void webSocket_keepsHostAndPort() throws Malformed {
    assertThat(Origin.parse("https://a.example:8443").webSocket("/v1/home"))
        .hasToString("wss://a.example:8443/v1/home");
    assertThat(Origin.parse("http://localhost:8080").webSocket("/v1/device"))
        .hasToString("ws://localhost:8080/v1/device");
  }
}
