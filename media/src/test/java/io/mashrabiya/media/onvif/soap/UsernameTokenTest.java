package io.mashrabiya.media.onvif.soap;

import static io.mashrabiya.media.onvif.xml.Namespace.SECURITY;
import static io.mashrabiya.media.onvif.xml.Namespace.SECURITY_UTILITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class UsernameTokenTest {
  private static final byte[] NONCE = Base64.getDecoder().decode("LKqI6G/AikKCQrN0zqZFlg==");

  /// The example of ONVIF's Application Programmer's Guide, section 6.1.
  @Test
  void digest_ofTheGuidesExample_isTheGuides() {
    assertThat(UsernameToken.digest(NONCE, "2010-09-16T07:50:45Z", "userpassword"))
        .isEqualTo("tuOSpGlFlIXsozq4HFNeeGeFLEI=");
  }

  @Test
  void header_holdsEverythingButThePassword() {
    XmlElement header =
        UsernameToken.header(
            new Credentials("user", "userpassword"), NONCE, Instant.parse("2010-09-16T07:50:45Z"));
    XmlElement token = header.find(SECURITY, "UsernameToken").orElseThrow();
    assertThat(token.value(SECURITY, "Username")).contains("user");
    assertThat(token.value(SECURITY, "Password")).contains("tuOSpGlFlIXsozq4HFNeeGeFLEI=");
    assertThat(token.value(SECURITY, "Nonce")).contains("LKqI6G/AikKCQrN0zqZFlg==");
    assertThat(token.value(SECURITY_UTILITY, "Created")).contains("2010-09-16T07:50:45Z");
    assertThat(token.find(SECURITY, "Password").orElseThrow().attribute("Type").orElseThrow())
        .endsWith("#PasswordDigest");
    assertThat(header.toString()).doesNotContain("userpassword");
  }
}
