package io.mashrabiya.media.onvif.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.onvif.virtual.VirtualOnvifDevice;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifOptions;
import io.mashrabiya.media.onvif.virtual.VirtualProfile;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Our search and our virtual device, by single addresses of this machine.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DiscoveryTest {
  private static final Duration GUARD = Duration.ofSeconds(30);

  private static VirtualOnvifDevice device(String name) throws Exception {
    var profiles = List.of(VirtualProfile.h264("main", 640, 360, "rtsp://127.0.0.1/main"));
    return VirtualOnvifDevice.open(VirtualOnvifOptions.of(name, profiles), InstantSource.system());
  }

  @Test
  void search_oneCamera_isFoundWithWhatItTells() throws Exception {
    try (var device = device("Front door")) {
      var search = Discovery.search(DiscoverySettings.alone(device.probeAddress(), GUARD));
      assertThat(search.networks()).isEqualTo(1);
      assertThat(search.cameras())
          .singleElement()
          .satisfies(camera -> {
            assertThat(camera.address()).isEqualTo(device.address());
            assertThat(camera.name()).isEqualTo("Front door");
            assertThat(camera.hardware()).isEqualTo("Virtual camera");
            assertThat(camera.location()).isEqualTo("here");
            assertThat(camera.endpoint()).startsWith("urn:uuid:");
          });
    }
  }

  @Test
  void search_severalCameras_areFoundOnceEach() throws Exception {
    try (var door = device("Tür");
        var crib = device("Crib")) {
      var both = List.of(door.probeAddress(), crib.probeAddress());
      var search = Discovery.search(new DiscoverySettings(both, GUARD, 2));
      assertThat(search.cameras())
          .extracting(DiscoveredCamera::name)
          .containsExactlyInAnyOrder("Tür", "Crib");
    }
  }

  @Test
  void search_oneThatNeverAnswers_endsWithNobody() throws Exception {
    try (var mute =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), mute.getLocalPort());
      var search = Discovery.search(DiscoverySettings.alone(address, Duration.ofMillis(10)));
      assertThat(search.cameras()).isEmpty();
    }
  }
}
