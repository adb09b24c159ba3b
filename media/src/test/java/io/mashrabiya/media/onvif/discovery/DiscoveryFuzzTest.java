package io.mashrabiya.media.onvif.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.util.List;

/// Hostile datagrams at whoever looks for cameras: read or skipped, never an exception, and never
/// an address of somebody else.
class DiscoveryFuzzTest {
  private static final InetAddress FROM = InetAddress.ofLiteral("192.168.1.5");

  @FuzzTest
  void answer(byte[] input) {
    List<DiscoveredCamera> cameras = MatchReader.read(input, FROM, List.of());
    assertThat(cameras).hasSizeLessThanOrEqualTo(16);
    for (DiscoveredCamera camera : cameras) {
      assertThat(camera.address().host()).isEqualTo("192.168.1.5");
      assertThat(camera.name() + camera.hardware() + camera.location())
          .hasSizeLessThanOrEqualTo(480)
          .doesNotContain("\u001b", "\n");
    }
  }
}
