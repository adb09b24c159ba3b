package io.mashrabiya.vault.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerNamesTest {
  @Test
  void of_namesAndAddresses_addsThisMachinesOwn() {
    var names = ServerNames.of(List.of("Home.LAN", "192.168.1.5", "fd00::5")).orElseThrow();
    assertThat(names.hosts()).containsExactly("home.lan", "localhost");
    assertThat(names.addresses())
        .extracting(address -> address.getHostAddress())
        .containsExactly("192.168.1.5", "fd00:0:0:0:0:0:0:5", "127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(names.first()).isEqualTo("home.lan");
    assertThat(ServerNames.of(List.of("192.168.1.5")).orElseThrow().first())
        .isEqualTo("192.168.1.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "*",
        "*.home.lan",
        "home_lan",
        "-home",
        "home-",
        "home..lan",
        ".lan",
        "home.lan.",
        "192.168.1",
        "192.168.1.256",
        "1",
        "fe80::1%eth0",
        "::g",
        "https://home.lan",
        "home.lan:8443",
        "home.lan/",
        "a b",
        "bücher.example",
      })
  void of_whatIsNoName_isRefused(String typed) {
    assertThat(ServerNames.of(List.of("home.lan", typed))).isEmpty();
  }

  @Test
  void of_noneOrTooMany_isRefused() {
    assertThat(ServerNames.of(List.of())).isEmpty();
    assertThat(ServerNames.of(Collections.nCopies(ServerNames.MOST + 1, "home.lan"))).isEmpty();
    assertThat(ServerNames.of(Collections.nCopies(ServerNames.MOST, "home.lan"))).isPresent();
    assertThat(ServerNames.of(List.of("a".repeat(64) + ".lan"))).isEmpty();
  }

  @Test
  void holds_fewerOrOthers_isTrueForFewerOnly() {
    var names = ServerNames.of(List.of("home.lan", "192.168.1.5")).orElseThrow();
    assertThat(names.holds(ServerNames.of(List.of("home.lan")).orElseThrow())).isTrue();
    assertThat(names.holds(ServerNames.of(List.of("home.lan", "other.lan")).orElseThrow()))
        .isFalse();
    assertThat(names.holds(ServerNames.of(List.of("192.168.1.6")).orElseThrow())).isFalse();
  }
}
