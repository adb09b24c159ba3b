package io.mashrabiya.media.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownUrlTest {
  @ParameterizedTest
  @CsvSource({
    "rtsp://192.0.2.1/live, rtsp://192.0.2.1/live",
    "http://192.0.2.1/snap?user=a&password=hunter2&ch=1, http://192.0.2.1/snap?user=a&password=...&ch=1",
    "http://192.0.2.1/snap?PWD=hunter2, http://192.0.2.1/snap?PWD=...",
    "rtsp://192.0.2.1/user=admin_password=hunter2_channel=1, rtsp://192.0.2.1/user=admin_password=...",
    "rtsp://192.0.2.1/a?pass=hunter2/b?loginpas=0, rtsp://192.0.2.1/a?pass=.../b?loginpas=0",
    "rtsps://192.0.2.1/a?token=x#sha256=00, rtsps://192.0.2.1/a?token=...#sha256=00",
    "rtsp://192.0.2.1/passage, rtsp://192.0.2.1/passage",
  })
  void of_url_hidesWhatIsCalledAPassword(String url, String shown) {
    assertThat(ShownUrl.of(url)).isEqualTo(shown);
  }
}
