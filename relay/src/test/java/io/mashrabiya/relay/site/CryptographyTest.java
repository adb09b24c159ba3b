package io.mashrabiya.relay.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.proxy.Caller;
import io.mashrabiya.wire.link.Origin;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CryptographyTest {
  private static final Origin HTTPS = new Origin("https://cameras.example");
  private static final Caller DIRECT = new Caller(Optional.empty(), Optional.empty(), false);

  private static Caller byProxy(String scheme) {
    return new Caller(Optional.empty(), Optional.of(scheme).filter(word -> !word.isEmpty()), true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8080",
        "demo.localhost",
        "127.0.0.1",
        "127.1.2.3:80",
        "[::1]:8080"
      })
  void isGiven_thisMachine_isTrue(String host) {
    assertThat(
            new Cryptography(new Origin("http://localhost:8080"), false, false)
                .isGiven(DIRECT, host))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.168.1.5:8080",
        "home.lan",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "[fd00::1]",
        "evil.example:80",
        ""
      })
  void isGiven_plainHttpElsewhere_isFalse(String host) {
    assertThat(
            new Cryptography(new Origin("http://localhost:8080"), false, false)
                .isGiven(DIRECT, host))
        .isFalse();
    assertThat(new Cryptography(HTTPS, false, true).isGiven(DIRECT, host)).isFalse();
  }

  @Test
  void isGiven_ownTls_isTrue() {
    assertThat(new Cryptography(HTTPS, true, false).isGiven(DIRECT, "cameras.example")).isTrue();
  }

  @Test
  void isGiven_byANamedProxy_isWhatTheProxySays() {
    var cryptography = new Cryptography(HTTPS, false, true);
    assertThat(cryptography.isGiven(byProxy("https"), "cameras.example")).isTrue();
    assertThat(cryptography.isGiven(byProxy("http"), "cameras.example")).isFalse();
    assertThat(cryptography.isGiven(byProxy(""), "cameras.example")).isTrue();
    assertThat(cryptography.isGiven(DIRECT, "cameras.example")).isFalse();
  }

  /// Relays have run behind proxies that nobody named, and go on doing so.
  @Test
  void isGiven_httpsOriginWithoutANamedProxy_isTrueForItsOwnName() {
    assertThat(new Cryptography(HTTPS, false, false).isGiven(DIRECT, "cameras.example")).isTrue();
    assertThat(new Cryptography(HTTPS, false, false).isGiven(DIRECT, "other.example")).isFalse();
  }
}
