package io.mashrabiya.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.address.Fingerprint;
import io.mashrabiya.media.address.UrlParts;
import io.mashrabiya.media.rtsp.RtspUrl.Reading;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RtspUrlTest {
  private static Reading.Understood understood(String url) {
    return switch (RtspUrl.read(url)) {
      case Reading.Understood understood -> understood;
      case Reading.Malformed malformed -> throw new AssertionError(malformed);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "rtsp://camera/stream, camera, 554, /stream, rtsp://camera/stream",
    "RTSP://camera:8554/a/b?c=d&e=f, camera, 8554, /a/b?c=d&e=f, rtsp://camera:8554/a/b?c=d&e=f",
    "rtsp://192.0.2.7, 192.0.2.7, 554, '', rtsp://192.0.2.7",
    "rtsp://192.0.2.7:554/, 192.0.2.7, 554, /, rtsp://192.0.2.7/",
    "'  rtsp://camera/x  ', camera, 554, /x, rtsp://camera/x",
    "rtsp://[2001:db8::7]:8554/x, 2001:db8::7, 8554, /x, rtsp://[2001:db8::7]:8554/x",
    "rtsp://[fe80::1%eth0]/x, fe80::1%eth0, 554, /x, rtsp://[fe80::1%eth0]/x",
    "rtsp://camera?channel=1, camera, 554, ?channel=1, rtsp://camera?channel=1",
    "rtsp://camera/x#part, camera, 554, /x, rtsp://camera/x",
    "rtsp://camera/über weg, camera, 554, /%C3%BCber%20weg, rtsp://camera/%C3%BCber%20weg"
  })
  void read_address_isTakenApart(String url, String host, int port, String path, String written) {
    Reading.Understood understood = understood(url);
    assertThat(understood.address()).isEqualTo(new RtspAddress(host, port, path));
    assertThat(understood.address().url()).isEqualTo(written);
    assertThat(understood.credentials()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "rtspt://camera/x, TCP, 554, rtsp://camera/x",
    "RTSPU://camera:8554/x, UDP, 8554, rtsp://camera:8554/x",
    "rtsph://camera/x, HTTP, 80, rtsp://camera/x",
    "rtsps://camera/x, TLS, 322, rtsps://camera/x",
    "rtsps://camera:554/x, TLS, 554, rtsps://camera:554/x"
  })
  void read_scheme_saysHowItIsCarried(String url, Carriage carriage, int port, String written) {
    RtspAddress address = understood(url).address();
    assertThat(address.carriage()).isEqualTo(carriage);
    assertThat(address.port()).isEqualTo(port);
    assertThat(address.url()).as("in requests").isEqualTo(written);
    assertThat(understood(address.toString()).address()).as("as typed again").isEqualTo(address);
  }

  @Test
  void read_certificate_isTheOneToBeShown() {
    String digits = "0A:".repeat(31) + "0a";
    RtspAddress address = understood("rtsps://camera/x#sha256=" + digits).address();
    assertThat(address.certificate()).hasValue(new Fingerprint("0a".repeat(32)));
    assertThat(address.url()).isEqualTo("rtsps://camera/x");
    assertThat(understood(address.toString()).address()).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "rtsp://admin:secret@camera/x, admin, secret",
    "rtsp://admin@camera/x, admin, ''",
    "rtsp://admin:@camera/x, admin, ''",
    "rtsp://:secret@camera/x, '', secret",
    "rtsp://admin:p%40ss%3Aw%2Frd%25@camera/x, admin, p@ss:w/rd%",
    "rtsp://admin:p@ss@camera/x, admin, p@ss",
    "rtsp://admin:a:b:c@camera/x, admin, a:b:c",
    "rtsp://m%C3%B6na:w%C3%B6rd@camera/x, möna, wörd",
    "rtsp://möna:wörd@camera/x, möna, wörd"
  })
  void read_credentials_goTheirOwnWay(String url, String user, String password) {
    Reading.Understood understood = understood(url);
    assertThat(understood.credentials()).isEqualTo(Optional.of(new Credentials(user, password)));
    assertThat(understood.address().url()).isEqualTo("rtsp://camera/x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "camera",
        "http://camera/x",
        "rtsps://camera/x#sha256=12",
        "rtsps://camera/x#part",
        "rtsp:/camera",
        "rtsp://",
        "rtsp:///x",
        "rtsp://camera:/x",
        "rtsp://camera:0/x",
        "rtsp://camera:65536/x",
        "rtsp://camera:port/x",
        "rtsp://cam era/x",
        "rtsp://[::1/x",
        "rtsp://[camera]/x",
        "rtsp://[200%87]/x",
        "rtsp://user:pass@/x",
        "rtsp://user:100%@camera/x",
        "rtsp://user:%ff@camera/x",
        "rtsp://user:a%0Ab@camera/x",
        "rtsp://user:pa/ss@camera/x",
        "rtsp://camera/a\r\nb"
      })
  void read_noUrl_isMalformedAndSaysWhatToDo(String url) {
    assertThat(RtspUrl.read(url))
        .isInstanceOfSatisfying(
            Reading.Malformed.class,
            malformed -> assertThat(malformed.remedy()).asString().isNotBlank());
  }

  @Test
  void read_tooLong_isMalformed() {
    assertThat(RtspUrl.read("rtsp://camera/" + "x".repeat(UrlParts.MOST_CHARACTERS)))
        .isInstanceOf(Reading.Malformed.class);
  }

  /// What is read of it must be readable itself: it goes into requests and files.
  @Test
  void read_tooLongOnceItIsEscaped_isMalformed() {
    String arabic = "ب".repeat(UrlParts.MOST_CHARACTERS / 6);
    assertThat(RtspUrl.read("rtsp://camera/" + arabic)).isInstanceOf(Reading.Malformed.class);
    String less = arabic.substring("rtsp://camera:554/".length());
    assertThat(RtspUrl.read("rtsp://camera/" + less)).isInstanceOf(Reading.Understood.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rtsp://mona:hunter2@camera/x",
        "rtsp://mona:hunter2%@camera/x",
        "rtsp://mona:hunter2@/x",
        "rtsp://mona:hunter2/@camera:port/x"
      })
  void read_anyUrlWithAPassword_isNeverShown(String url) {
    assertThat(RtspUrl.read(url).toString()).doesNotContain("hunter2").doesNotContain("mona");
  }

  @Test
  void address_thatCouldLeaveItsRequestLine_isRefused() {
    assertThatThrownBy(() -> new RtspAddress("camera", 554, "/x RTSP/1.0\r\nX: y"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RtspAddress("", 554, "/x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RtspAddress("camera", 0, "/x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void credentials_shown_areHidden() {
    Credentials credentials = new Credentials("mona", "hunter2");
    assertThat(credentials).hasToString("Credentials[hidden]");
    assertThat(credentials).isNotEqualTo(new Credentials("mona", "hunter3"));
    assertThat(credentials.hashCode()).isEqualTo(new Credentials("mona", "hunter2").hashCode());
  }

  @Test
  void credentials_controlCharacter_isRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> new Credentials("mona", "hunter\n2"))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("hunter");
  }
}
