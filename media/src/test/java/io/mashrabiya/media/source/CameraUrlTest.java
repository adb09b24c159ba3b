package io.mashrabiya.media.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.http.HttpAddress;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.source.CameraUrl.Reading;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraUrlTest {
  private static CameraAddress address(String url) {
    return ((Reading.Understood) CameraUrl.read(url)).address();
  }

  @Test
  void read_eachScheme_isItsOwnAddress() {
    assertThat(address("rtsp://camera/main"))
        .isEqualTo(new CameraAddress.Rtsp(new RtspAddress("camera", 554, "/main")));
    assertThat(address(" HTTP://camera/snap "))
        .isEqualTo(new CameraAddress.Http(new HttpAddress("camera", 80, "/snap")));
    assertThat(address("File:clips/door.mp4"))
        .isEqualTo(new CameraAddress.Clip(Path.of("clips/door.mp4")));
  }

  @Test
  void read_credentials_goTheirOwnWay() {
    var read = (Reading.Understood) CameraUrl.read("http://mona:hush@camera/snap");
    assertThat(read.credentials()).contains(new Credentials("mona", "hush"));
    assertThat(read.toString()).doesNotContain("mona", "hush");
  }

  @ParameterizedTest
  @CsvSource({
    "onvif://camera, http://camera:80/onvif/device_service",
    "ONVIF://camera/, http://camera:80/onvif/device_service",
    "onvif://mona:hush@camera:8000, http://camera:8000/onvif/device_service",
    "onvif://camera:8000/ipc/device?a=1#b, http://camera:8000/ipc/device?a=1",
    "onvif://camera?a=1, http://camera:80/?a=1",
    "onvif://[fd00::5]:8000, http://[fd00::5]:8000/onvif/device_service"
  })
  void read_onvif_isItsDeviceService(String url, String service) {
    assertThat(address(url))
        .isEqualTo(new CameraAddress.Onvif(new ServiceAddress(URI.create(service))));
    assertThat(address(url).toString()).startsWith("onvif://").doesNotContain("mona", "hush");
    assertThat(address(address(url).toString())).isEqualTo(address(url));
  }

  @ParameterizedTest
  @CsvSource({
    "file:/clips/door.mp4, /clips/door.mp4",
    "file:///clips/door.mp4, /clips/door.mp4",
    "file:a 100% door.mp4, a 100% door.mp4"
  })
  void read_file_isThePathAsTyped(String url, String path) {
    assertThat(address(url)).isEqualTo(new CameraAddress.Clip(Path.of(path)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "camera",
        "ftp://mona:hush@camera/",
        "file:",
        "file://host/clip.mp4",
        "file:a\u0000b",
        "rtsp:/mona:hush@camera",
        "http:mona:hush@camera",
        "http://mona:hush@:80",
        "onvif:mona:hush@camera",
        "onvif://mona:hush@",
        "onvif://mona:hush@cam_era",
        "onvif://mona:hush@camera/%zz"
      })
  void read_noUrl_saysWhatToWriteAndRepeatsNothing(String url) {
    assertThat(CameraUrl.read(url))
        .isInstanceOfSatisfying(
            Reading.Malformed.class,
            fault ->
                assertThat(fault.remedy()).asString().isNotBlank().doesNotContain("mona", "hush"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rtsp://camera/main",
        "http://camera/snap",
        "onvif://camera:8000",
        "file:clips/door.mp4"
      })
  void toString_isReadAgainAsTheSame(String url) {
    assertThat(address(url)).hasToString(url);
  }

  @ParameterizedTest
  @CsvSource({
    "rtsp://u:a=b@camera/, true",
    "RTSPS://camera/, true",
    "https://camera/?a=b, true",
    "file:a=b.mp4, true",
    "onvif://u:a=b@camera, true",
    "Front door=rtsp://camera/, false",
    "Filer=http://camera/, false"
  })
  void mayBeOne_isNoName(String typed, boolean url) {
    assertThat(CameraUrl.mayBeOne(typed)).isEqualTo(url);
  }
}
