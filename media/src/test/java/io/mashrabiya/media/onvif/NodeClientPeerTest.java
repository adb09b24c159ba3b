package io.mashrabiya.media.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.virtual.Quirk;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifDevice;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifOptions;
import io.mashrabiya.media.onvif.virtual.VirtualProfile;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Another's client at our virtual device: `onvif` of npm.
@Tag("peer")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NodeClientPeerTest {
  private static final VirtualOnvifOptions GUARDED =
      VirtualOnvifOptions.of(
              "Front door",
              List.of(
                  VirtualProfile.h264("main", 1280, 720, "rtsp://127.0.0.1:8554/main?a=1&b=2"),
                  VirtualProfile.h264("sub", 640, 360, "rtsp://127.0.0.1:8554/sub")))
          .onlyFor(new Credentials("mona", "p@ss <word>"))
          .withItsClockAheadBy(Duration.ofDays(-900))
          .turning();

  private static PeerProcess client(VirtualOnvifDevice device, String password) throws IOException {
    String port = Integer.toString(device.address().reached().getPort());
    return PeerProcess.node("onvif_client.js", port, "mona", password);
  }

  private static void assertSays(PeerProcess client, String what, String value) throws IOException {
    assertThat(client.line()).isEqualTo("{\"what\":\"" + what + "\",\"value\":" + value + "}");
  }

  @ParameterizedTest
  @EnumSource(names = {"REFERENCE_PARAMETERS", "NO_MEDIA2", "NO_GET_SERVICES", "HTTP_DIGEST_ONLY"})
  void look_asAnothersClient_seesEverythingAndHearsTheBell(Quirk quirk) throws Exception {
    // its subscription follows a reference parameter of one vendor only
    var options = quirk == Quirk.REFERENCE_PARAMETERS ? GUARDED : GUARDED.with(quirk);
    boolean media2 = quirk == Quirk.REFERENCE_PARAMETERS || quirk == Quirk.HTTP_DIGEST_ONLY;
    try (var device = VirtualOnvifDevice.open(options, InstantSource.system());
        var client = client(device, "p@ss <word>")) {
      assertSays(client, "information", "\"Mashrabiya Virtual camera\"");
      assertSays(client, "media2", Boolean.toString(media2));
      assertSays(client, "stream", "\"main rtsp://127.0.0.1:8554/main?a=1&b=2\"");
      assertSays(client, "stream", "\"sub rtsp://127.0.0.1:8554/sub\"");
      assertSays(client, "active", "\"H264 1280x720\"");
      assertSays(client, "snapshot", "\"/snapshot.jpg\"");
      assertSays(client, "presets", "\"The crib,The window\"");
      while (device.subscriptionCount() == 0) {
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(device.moves()).containsExactly("turn 0.5 -1 0", "stop");
      device.motion(true);
      assertSays(client, "event", "\"tns1:RuleEngine/CellMotionDetector/Motion IsMotion=true\"");
      device.bell();
      assertSays(client, "event", "\"tns1:Device/Trigger/DigitalInput LogicalState=true\"");
    }
  }

  @Test
  void look_withAWrongPassword_isRefused() throws Exception {
    try (var device = VirtualOnvifDevice.open(GUARDED, InstantSource.system());
        var client = client(device, "wrong")) {
      assertThat(client.line()).contains("\"error\"", "not authorized");
    }
  }
}
