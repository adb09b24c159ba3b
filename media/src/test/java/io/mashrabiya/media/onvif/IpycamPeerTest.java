package io.mashrabiya.media.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.discovery.Discovery;
import io.mashrabiya.media.onvif.discovery.DiscoverySettings;
import io.mashrabiya.media.onvif.ptz.PtzPreset;
import io.mashrabiya.media.onvif.ptz.PtzService;
import io.mashrabiya.media.onvif.ptz.PtzSpeed;
import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.onvif.soap.SoapSettings;
import io.mashrabiya.media.onvif.stream.VideoCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Our client at another's server: `ipycam` of PyPI, which has Media and PTZ, lets in by tokens of
/// WS-Security, and has no events.
@Tag("peer")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IpycamPeerTest {
  private static final Credentials MONA = new Credentials("mona", "p@ss word");

  private static OnvifClient client(String port, Optional<Credentials> credentials) {
    return new OnvifClient(
        ServiceAddress.ofDevice("127.0.0.1", Integer.parseInt(port)),
        credentials,
        SoapSettings.DEFAULT,
        InstantSource.system());
  }

  private static PeerProcess server() throws Exception {
    return PeerProcess.python("onvif_server.py", MONA.userName(), MONA.password());
  }

  @Test
  void describe_anothersServer_tellsItsStreams() throws Exception {
    try (var server = server();
        var client = client(server.line().split(" ")[0], Optional.of(MONA))) {
      OnvifCamera camera =
          ((Answer.Given<OnvifCamera>) client.connect().then(OnvifClient.Connected::describe))
              .value();
      assertThat(camera.information().manufacturer()).isEqualTo("PythonCam");
      assertThat(camera.clockOffset().abs()).isLessThan(Duration.ofSeconds(20));
      OnvifStream main = camera.main().orElseThrow();
      assertThat(main.profile().codec()).isEqualTo(VideoCodec.H264);
      assertThat(main.profile().width()).isEqualTo(1920);
      assertThat(main.profile().kilobitsPerSecond()).isEqualTo(8000);
      assertThat(main.address().url()).isEqualTo("rtsp://127.0.0.1:8554/video_main");
      assertThat(camera.sub().orElseThrow().address().url())
          .isEqualTo("rtsp://127.0.0.1:8554/video_sub");
      assertThat(camera.snapshot().orElseThrow().getPath()).isEqualTo("/snapshot.jpg");
      assertThat(camera.turns()).isTrue();
      assertThat(camera.hasEvents()).isFalse();
    }
  }

  @Test
  void connect_wrongPassword_isRefused() throws Exception {
    try (var server = server()) {
      String port = server.line().split(" ")[0];
      try (var client = client(port, Optional.of(new Credentials("mona", "wrong")))) {
        assertThat(client.connect())
            .isEqualTo(new Answer.Failed<>(new OnvifFailure.CredentialsRefused()));
      }
      try (var client = client(port, Optional.empty())) {
        assertThat(client.connect())
            .isEqualTo(new Answer.Failed<>(new OnvifFailure.CredentialsNeeded()));
      }
    }
  }

  @Test
  void ptz_anothersServer_doesAsItIsTold() throws Exception {
    try (var server = server();
        var client = client(server.line().split(" ")[0], Optional.of(MONA))) {
      PtzService ptz =
          ((Answer.Given<PtzService>) client.connect().then(OnvifClient.Connected::ptz)).value();
      PtzPreset preset = new PtzPreset("7", "Crib & window");
      assertThat(ptz.presets("Profile_Main")).isEqualTo(new Answer.Given<>(List.of(preset)));
      assertThat(ptz.turn("Profile_Main", new PtzSpeed(0.5, -1, 0), Duration.ofSeconds(1)))
          .isInstanceOf(Answer.Given.class);
      assertThat(server.line()).isEqualTo("turn 0.5 -1.0 0.0");
      assertThat(ptz.stop("Profile_Main")).isInstanceOf(Answer.Given.class);
      assertThat(server.line()).isEqualTo("stop True True");
      assertThat(ptz.goTo("Profile_Main", preset)).isInstanceOf(Answer.Given.class);
      assertThat(server.line()).isEqualTo("go to 7");
    }
  }

  @Test
  void search_anothersServer_isFound() throws Exception {
    try (var server = server()) {
      String[] ports = server.line().split(" ");
      var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(ports[1]));
      var search = Discovery.search(DiscoverySettings.alone(at, Duration.ofSeconds(30)));
      assertThat(search.cameras())
          .singleElement()
          .satisfies(camera -> {
            assertThat(camera.name()).isEqualTo("Another door");
            assertThat(camera.endpoint()).startsWith("urn:uuid:");
            assertThat(camera.address().reached().toString())
                .isEqualTo("http://127.0.0.1:" + ports[0] + "/onvif/device_service");
          });
    }
  }
}
