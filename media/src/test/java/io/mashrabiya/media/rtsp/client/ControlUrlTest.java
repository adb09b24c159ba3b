package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlUrlTest {
  @ParameterizedTest
  @CsvSource({
    "rtsp://h/a, trackID=1, rtsp://h/a/trackID=1",
    "rtsp://h/a/, trackID=1, rtsp://h/a/trackID=1",
    "rtsp://h/a?x=y, trackID=1, rtsp://h/a?x=y/trackID=1",
    "rtsp://h, trackID=1, rtsp://h/trackID=1",
    "rtsp://h/a/b, /c, rtsp://h/c",
    "rtsp://h, /c, rtsp://h/c",
    "rtsp://h/a, *, rtsp://h/a",
    "rtsp://h/a, '', rtsp://h/a",
    "rtsp://h/a, rtsp://other:99/b, rtsp://other:99/b",
    "rtsp://h/a, RTSP://other/b, rtsp://other/b",
    "rtsp://h/a, rtsp://u:p@ss@other/b, rtsp://other/b",
    "rtsp://h/a, rtsp://u:p@other, rtsp://other",
    "rtsp://h/a, track 1, rtsp://h/a/track%201",
    "rtsp://h/a, trück, rtsp://h/a/tr%C3%BCck"
  })
  void resolve_control_givesTheUrlOfTheTrack(String base, String control, String url) {
    assertThat(ControlUrl.resolve(base, Optional.of(control))).isEqualTo(url);
  }

  @Test
  void resolve_noControl_isTheBase() {
    assertThat(ControlUrl.resolve("rtsp://h/a", Optional.empty())).isEqualTo("rtsp://h/a");
  }

  @Test
  void resolve_hostileControl_staysOnOneLine() {
    assertThat(ControlUrl.resolve("rtsp://h/a", Optional.of("x\0y\tz\u2028"))).matches("[!-~]+");
  }
}
