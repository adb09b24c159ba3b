package io.mashrabiya.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.address.Fingerprint;
import io.mashrabiya.media.http.HttpUrl.Reading;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUrlTest {
  private static final String PRINT = "ab".repeat(32);

  private static Reading.Understood understood(String url) {
    return (Reading.Understood) HttpUrl.read(url);
  }

  @ParameterizedTest
  @CsvSource({
    "http://printer.local/webcam/?action=stream, HTTP, printer.local, 80, /webcam/?action=stream",
    "' HTTPS://192.0.2.7 ', HTTPS, 192.0.2.7, 443, ''",
    "http://[2001:db8::7]:8080?snap, HTTP, 2001:db8::7, 8080, ?snap",
    "http://camera/a b, HTTP, camera, 80, /a%20b"
  })
  void read_address_isTakenApart(
      String url, HttpScheme scheme, String host, int port, String pathAndQuery) {
    HttpAddress address = understood(url).address();
    assertThat(address.scheme()).isEqualTo(scheme);
    assertThat(address.host()).isEqualTo(host);
    assertThat(address.port()).isEqualTo(port);
    assertThat(address.pathAndQuery()).isEqualTo(pathAndQuery);
    assertThat(address.every()).isEqualTo(HttpAddress.EVERY);
  }

  @Test
  void read_credentials_goTheirOwnWay() {
    Reading.Understood read = understood("http://mona:p%40ss@camera/snap.jpg");
    assertThat(read.credentials()).contains(new Credentials("mona", "p@ss"));
    assertThat(read.toString()).doesNotContain("mona", "p@ss", "p%40ss");
  }

  @ParameterizedTest
  @CsvSource({"200ms,200", "5s,5000", "1m,60000", "1h,3600000"})
  void read_every_isATime(String typed, long millis) {
    assertThat(understood("http://camera/s#every=" + typed).address().every())
        .isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "0s", "199ms", "61m", "2h", "-1s", "1d", "99999999s", "1.5s"})
  void read_everyThatIsNoTime_saysWhatToWrite(String typed) {
    assertThat(HttpUrl.read("http://camera/s#every=" + typed))
        .isInstanceOfSatisfying(
            Reading.Malformed.class,
            fault -> {
              assertThat(fault.offset()).isEqualTo(15);
              assertThat(fault.remedy()).asString().contains("every=5s");
            });
  }

  @Test
  void read_certificate_isForHttpsOnly() {
    HttpAddress address = understood("https://camera/#every=2s&sha256=" + PRINT).address();
    assertThat(address.certificate()).contains(new Fingerprint(PRINT));
    assertThat(address.every()).isEqualTo(Duration.ofSeconds(2));
    assertThat(HttpUrl.read("http://camera/#sha256=" + PRINT))
        .isInstanceOf(Reading.Malformed.class);
    assertThat(HttpUrl.read("https://camera/#sha256=12")).isInstanceOf(Reading.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://",
        "http:///path",
        "http://camera:0/",
        "http://camera:99999/",
        "http://mona:hush%zz@camera/",
        "http://mona:hush/x@camera/",
        "http://mona:hush@camera/\r\nX: y",
        "http://mona:hush@camera/#fragment",
        "ftp://mona:hush@camera/"
      })
  void read_noAddress_repeatsNothingOfIt(String url) {
    assertThat(HttpUrl.read(url))
        .isInstanceOfSatisfying(
            Reading.Malformed.class,
            fault ->
                assertThat(fault.remedy()).asString().isNotBlank().doesNotContain("mona", "hush"));
  }

  @Test
  void read_tooLong_isRefused() {
    assertThat(HttpUrl.read("http://camera/" + "x".repeat(2048)))
        .isInstanceOf(Reading.Malformed.class);
    assertThat(HttpUrl.read("http://camera/" + " ".repeat(1000) + "x"))
        .isInstanceOf(Reading.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://camera/snap.jpg",
        "http://camera:8080/snap.jpg#every=500ms",
        "https://[2001:db8::1]/?a=b#sha256="
            + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      })
  void toString_isReadAgainAsTheSame(String url) {
    HttpAddress address = understood(url).address();
    assertThat(address.toString()).isEqualTo(url);
    assertThat(understood(address.toString()).address()).isEqualTo(address);
  }
}
