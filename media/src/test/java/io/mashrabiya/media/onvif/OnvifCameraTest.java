package io.mashrabiya.media.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.onvif.device.DeviceInformation;
import io.mashrabiya.media.onvif.device.Services;
import io.mashrabiya.media.onvif.stream.MediaProfile;
import io.mashrabiya.media.onvif.stream.VideoCodec;
import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.rtsp.RtspAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OnvifCameraTest {
  private static OnvifStream stream(
      String name, String source, VideoCodec codec, int width, int height, boolean turns) {
    var profile =
        new MediaProfile(
            name, name, source, codec, width, height, 15, 512, 30, Optional.empty(), turns);
    return new OnvifStream(
        profile, new RtspAddress("192.0.2.1", 554, "/" + name), Optional.empty());
  }

  private static OnvifCamera camera(Map<Namespace, URI> services, OnvifStream... streams) {
    return new OnvifCamera(
        DeviceInformation.UNKNOWN,
        Duration.ZERO,
        List.of(streams),
        Optional.empty(),
        new Services(services));
  }

  private static Optional<String> name(Optional<OnvifStream> stream) {
    return stream.map(named -> named.profile().name());
  }

  @Test
  void sub_ofARecorder_isOfWhatTheMainStreamSees() {
    var recorder =
        camera(
            Map.of(),
            stream("yard-small", "yard", VideoCodec.H264, 320, 180, false),
            stream("door-small", "door", VideoCodec.H264, 640, 360, false),
            stream("yard", "yard", VideoCodec.H264, 1280, 720, false),
            stream("door", "door", VideoCodec.H265, 2560, 1440, false));
    assertThat(name(recorder.main())).contains("door");
    assertThat(name(recorder.sub())).contains("door-small");
  }

  @Test
  void sub_tooSmallOrAsLargeAsMain_isNone() {
    var camera =
        camera(
            Map.of(),
            stream("main", "s", VideoCodec.H264, 1280, 720, false),
            stream("twin", "s", VideoCodec.H264, 1280, 720, false),
            stream("icon", "s", VideoCodec.H264, 159, 90, false),
            stream("untold", "s", VideoCodec.H264, 0, 0, false));
    assertThat(camera.sub()).isEmpty();
  }

  @Test
  void main_neitherH264NorH265_isNone() {
    var camera = camera(Map.of(), stream("still", "s", VideoCodec.JPEG, 1280, 720, false));
    assertThat(camera.main()).isEmpty();
    assertThat(camera.sub()).isEmpty();
  }

  @Test
  void turns_serviceWithoutAProfileThatUsesIt_doesNot() {
    Map<Namespace, URI> ptz = Map.of(Namespace.PTZ, URI.create("http://192.0.2.1/ptz"));
    assertThat(camera(ptz, stream("a", "s", VideoCodec.H264, 640, 360, false)).turns()).isFalse();
    assertThat(camera(ptz, stream("a", "s", VideoCodec.H264, 640, 360, true)).turns()).isTrue();
    assertThat(camera(Map.of(), stream("a", "s", VideoCodec.H264, 640, 360, true)).turns())
        .isFalse();
  }
}
