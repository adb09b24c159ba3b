package io.mashrabiya.media.onvif.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.media.rtsp.RtspAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAddressTest {
  private static final ServiceAddress REACHED =
      new ServiceAddress(URI.create("http://192.168.1.5:8000/onvif/device_service"));

  @ParameterizedTest
  @CsvSource({
    "http://192.168.1.5:8000/onvif/media, http://192.168.1.5:8000/onvif/media",
    "http://192.168.1.5:8899/onvif/media, http://192.168.1.5:8899/onvif/media",
    "http://192.168.1.5/onvif/media, http://192.168.1.5/onvif/media",
    "http://10.0.0.9:80/onvif/media, http://192.168.1.5:8000/onvif/media",
    "http://0.0.0.0/onvif/media, http://192.168.1.5:8000/onvif/media",
    "http://camera.local/onvif/media, http://192.168.1.5:8000/onvif/media",
    "http://[fe80::1]:80/onvif/media, http://192.168.1.5:8000/onvif/media",
    "http://:80/onvif/media, http://192.168.1.5:8000/onvif/media",
    "https://192.168.1.5/onvif/media, http://192.168.1.5:8000/onvif/media",
    "http://mona:hunter2@192.168.1.5:8000/onvif/media, http://192.168.1.5:8000/onvif/media",
    "HTTP://192.168.1.5:8899/onvif/media, http://192.168.1.5:8899/onvif/media",
    "/onvif/media, http://192.168.1.5:8000/onvif/media",
    "onvif/media?a=1, http://192.168.1.5:8000/onvif/media?a=1",
    "'  http://192.168.1.5:8000/a  ', http://192.168.1.5:8000/a",
    "http://192.168.1.5:8000/a?b=1&amp;c=2, http://192.168.1.5:8000/a?b=1&c=2",
    "http://192.168.1.5:8000, http://192.168.1.5:8000/",
    "http://192.168.1.5:8000?x, http://192.168.1.5:8000/?x",
    "http://192.168.1.5:99999/a, http://192.168.1.5/a",
    "'http://192.168.1.5:8000/a b#c', http://192.168.1.5:8000/a%20b",
  })
  void service_asCamerasNameThem_isOnTheHostThatWasReached(String named, String expected) {
    assertThat(REACHED.service(named)).contains(URI.create(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ftp://192.168.1.5/a",
        "rtsp://192.168.1.5/a",
        "http://192.168.1.5:8000/%zz"
      })
  void service_ofWhichNothingCanBeMade_isEmpty(String named) {
    assertThat(REACHED.service(named)).isEmpty();
    assertThat(REACHED.service("/" + "a".repeat(3000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "rtsp://192.168.1.5:554/main, rtsp://192.168.1.5/main",
    "rtsp://10.0.0.9:10554/main?a=1&amp;b=2, rtsp://192.168.1.5:10554/main?a=1&b=2",
    "rtsp://0.0.0.0/main, rtsp://192.168.1.5/main",
    "rtsps://10.0.0.9/main, rtsps://192.168.1.5/main",
    "rtsps://10.0.0.9:8322/main, rtsps://192.168.1.5:8322/main",
    "rtsp://mona:hunter2@192.168.1.5/main, rtsp://192.168.1.5/main",
    "'\n rtsp://192.168.1.5/main \n', rtsp://192.168.1.5/main",
  })
  void stream_asCamerasNameThem_isOnTheHostThatWasReached(String named, String expected) {
    assertThat(REACHED.stream(named).map(RtspAddress::url)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "rtsp://192.168.1.5:10554/main, -",
        "rtsp://mona:hunter2@10.0.0.9/main, 10.0.0.9",
        "rtsp://0.0.0.0/main, 0.0.0.0",
        "rtsp://Camera.local/main, Camera.local",
        "http://10.0.0.9/main, -"
      },
      nullValues = "-")
  void otherHost_asCamerasNameThem_isWhatWasNotReached(String named, @Nullable String expected) {
    assertThat(REACHED.otherHost(named)).isEqualTo(Optional.ofNullable(expected));
  }

  /// Whoever answers in the camera's place would name his own.
  @Test
  void stream_certificateThatTheCameraNames_isLeftOut() {
    String named = "rtsps://192.168.1.5/main#sha256=" + "00".repeat(32);
    assertThat(REACHED.stream(named).map(RtspAddress::toString))
        .contains("rtsps://192.168.1.5/main");
  }

  @Test
  void stream_thatIsNoRtsp_isEmpty() {
    assertThat(REACHED.stream("http://192.168.1.5/main")).isEmpty();
    assertThat(REACHED.stream("")).isEmpty();
  }

  @Test
  void ofDevice_ipv6_isBracketedOnce() {
    assertThat(ServiceAddress.ofDevice("fd00::5", 80).reached())
        .isEqualTo(URI.create("http://[fd00::5]:80/onvif/device_service"));
    assertThat(ServiceAddress.ofDevice("fd00::5", 80).stream("rtsp://10.0.0.1/a"))
        .contains(new RtspAddress("fd00::5", 554, "/a"));
  }

  @Test
  void new_whatIsNoHttp_isRefused() {
    assertThatThrownBy(() -> new ServiceAddress(URI.create("rtsp://192.168.1.5/")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ServiceAddress(URI.create("/onvif")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
