package io.mashrabiya.media.onvif.virtual;

import static io.mashrabiya.media.onvif.xml.Namespace.DEVICE;
import static io.mashrabiya.media.onvif.xml.Namespace.SECURITY;
import static io.mashrabiya.media.onvif.xml.Namespace.SECURITY_UTILITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.soap.Envelope;
import io.mashrabiya.media.onvif.soap.UsernameToken;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenJudgeTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private final TokenJudge judge = new TokenJudge(new Credentials("mona", "hunter2"));

  private static Envelope token(String user, String password, String created, String nonce) {
    byte[] decoded = nonce.matches("[A-Za-z]{4}") ? Base64.getDecoder().decode(nonce) : new byte[0];
    XmlElement token =
        XmlElement.of(
            SECURITY,
            "UsernameToken",
            XmlElement.text(SECURITY, "Username", user),
            XmlElement.text(SECURITY, "Password", UsernameToken.digest(decoded, created, password)),
            XmlElement.text(SECURITY, "Nonce", nonce),
            XmlElement.text(SECURITY_UTILITY, "Created", created));
    return new Envelope(
        List.of(XmlElement.of(SECURITY, "Security", token)), XmlElement.of(DEVICE, "Get"));
  }

  @Test
  void admits_rightToken_onceOnly() {
    Envelope first = token("mona", "hunter2", "2026-11-26T12:00:29Z", "AAAA");
    assertThat(judge.admits(first, NOW)).isTrue();
    assertThat(judge.admits(first, NOW)).as("a replay").isFalse();
    assertThat(judge.admits(token("mona", "hunter2", "2026-11-26T12:00:30Z", "AAAA"), NOW))
        .as("a nonce used again")
        .isFalse();
    assertThat(judge.admits(token("mona", "hunter2", "2026-11-26T11:59:31Z", "AAAB"), NOW))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "mona, wrong, 2026-11-26T12:00:00Z, AAAA",
    "lisa, hunter2, 2026-11-26T12:00:00Z, AAAA",
    "mona, hunter2, 2026-11-26T12:00:31Z, AAAA",
    "mona, hunter2, 2026-11-26T11:59:29Z, AAAA",
    "mona, hunter2, yesterday, AAAA",
    "mona, hunter2, 2026-11-26T12:00:00Z, '*'",
    "mona, hunter2, 2026-11-26T12:00:00Z, ''",
  })
  void admits_anythingElse_isRefused(String user, String password, String created, String nonce) {
    assertThat(judge.admits(token(user, password, created, nonce), NOW)).isFalse();
  }

  @Test
  void admits_noToken_isRefused() {
    assertThat(judge.admits(new Envelope(List.of(), XmlElement.of(DEVICE, "Get")), NOW)).isFalse();
  }
}
