package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.Exit;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifDevice;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifOptions;
import io.mashrabiya.media.onvif.virtual.VirtualProfile;
import io.mashrabiya.wire.codec.Json;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `discover`, asking a virtual device of this machine alone.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DiscoverCommandTest {
  private static final VirtualOnvifOptions OPEN =
      VirtualOnvifOptions.of(
          "Baba's door",
          List.of(
              VirtualProfile.h264("main", 1920, 1080, "rtsp://127.0.0.1:8554/main?a=$(reboot)"),
              VirtualProfile.h264("sub", 640, 360, "rtsp://127.0.0.1:8554/sub")));
  private static final VirtualOnvifOptions GUARDED =
      OPEN.onlyFor(new Credentials("mona k", "hunter2")).withItsClockAheadBy(Duration.ofDays(99));

  private static Said discover(VirtualOnvifOptions options, String... more) throws Exception {
    try (VirtualOnvifDevice device = VirtualOnvifDevice.open(options, InstantSource.system())) {
      String[] line = new String[more.length + 5];
      String at = "127.0.0.1:" + device.probeAddress().getPort();
      System.arraycopy(new String[] {"discover", "--seconds", "30", "--at", at}, 0, line, 0, 5);
      System.arraycopy(more, 0, line, 5, more.length);
      Said said = Said.by(line);
      assertThat(said.code()).as(said.err()).isEqualTo(Exit.DONE.code());
      assertThat(said.all()).doesNotContain("hunter2");
      return said;
    }
  }

  @Test
  void discover_cameraForEverybody_listsItsStreamsAndHowToAddIt() throws Exception {
    Said said = discover(OPEN);
    assertThat(said.err()).isEmpty();
    assertThat(said.out().lines().map(line -> line.replaceAll(":\\d+'$", ":PORT'")))
        .containsExactly(
            "NAME                          MODEL                         ADDRESS",
            "Baba's door                   Virtual camera                127.0.0.1",
            "  H264 1920x1080  rtsp://127.0.0.1:8554/main?a=$(reboot)",
            "  H264 640x360  rtsp://127.0.0.1:8554/sub",
            "  add it with:",
            "    ./mashrabiya camera add 'Baba'\\''s door' 'onvif://127.0.0.1:PORT'");
  }

  @Test
  void discover_guardedCamera_saysHowToSeeMore() throws Exception {
    assertThat(discover(GUARDED).out())
        .contains("Virtual camera", "asks for a user name", "discover --user NAME")
        .doesNotContain("rtsp://");
  }

  @Test
  void discover_withAUser_listsStreamsForThatUser() throws Exception {
    assertThat(discover(GUARDED, "--user", "mona k", "--password=hunter2").out())
        .contains("'onvif://mona%20k@127.0.0.1:");
  }

  @Test
  void discover_withAWrongPassword_saysSo() throws Exception {
    assertThat(discover(GUARDED, "--user", "mona k", "--password=guess").out())
        .contains("refused the user name or password");
  }

  @Test
  void discover_userWithoutATerminal_saysWhatIsMissing() throws Exception {
    try (VirtualOnvifDevice device = VirtualOnvifDevice.open(GUARDED, InstantSource.system())) {
      String at = "127.0.0.1:" + device.probeAddress().getPort();
      Said said = Said.by("discover", "--seconds", "30", "--at", at, "--user", "mona");
      assertThat(said.code()).isEqualTo(Exit.USAGE.code());
      assertThat(said.err()).contains("--user needs a terminal");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--listen", "rtsp cam", "HTTP bell", "file:door"})
  void discover_nameThatWouldBeMisread_isNotSuggested(String name) throws Exception {
    var options = VirtualOnvifOptions.of(name, OPEN.profiles());
    assertThat(discover(options).out()).contains(name, "camera add 'Camera' 'onvif://127.0.0.1:");
  }

  @Test
  void discover_json_isOneObject() throws Exception {
    Said said = discover(OPEN, "--json");
    String line = said.out().strip();
    assertThat(Json.parse("line", line.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(line);
    assertThat(line)
        .contains(
            "\"name\":\"Baba's door\"",
            "\"model\":\"Virtual camera\"",
            "\"main\":\"main\"",
            "\"sub\":\"sub\"",
            "\"url\":\"rtsp://127.0.0.1:8554/sub\"",
            "\"events\":true",
            "\"turns\":false",
            "\"snapshot\":\"http://127.0.0.1:");
    assertThat(discover(GUARDED, "--json").out())
        .contains("\"problem\":\"The camera asks for a user name and password.\"");
  }

  @Test
  void discover_nobody_saysWhatToCheck() throws Exception {
    try (var mute =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      String at = "127.0.0.1:" + mute.getLocalPort();
      Said said = Said.by("discover", "--seconds", "1", "--at", at);
      assertThat(said.code()).isEqualTo(Exit.DONE.code());
      assertThat(said.out()).isEmpty();
      assertThat(said.err())
          .contains("No camera answered within 1 s", "ONVIF is switched on", "UDP port 3702");
      assertThat(Said.by("discover", "--seconds", "1", "--at", at, "--json").out().strip())
          .isEqualTo("{\"cameras\":[]}");
    }
  }
}
