package io.mashrabiya.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.home.SubStreamSettings;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.source.CameraAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
  @TempDir private Path folder;

  private Configuration read(String text) throws IOException, ConfigurationFault {
    return Configuration.read(Files.writeString(folder.resolve("mashrabiya.yaml"), text));
  }

  @Test
  void read_theExampleOfTheDocumentation_isUnderstood() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "ref", "configuration.md"));
    String example =
        page.substring(
            page.indexOf("```yaml\n") + 8, page.indexOf("```\n", page.indexOf("```yaml\n") + 8));
    Configuration read = read(example);
    assertThat(read.name()).contains("Our house");
    assertThat(read.data()).contains(folder.resolve("data"));
    assertThat(read.cameras()).hasSize(2);
    assertThat(read.cameras().getFirst().address())
        .isEqualTo(new CameraAddress.Rtsp(new RtspAddress("192.0.2.10", 554, "/stream1")));
    assertThat(read.cameras().getFirst().credentials().orElseThrow().password())
        .isEqualTo("correct horse");
    assertThat(read.cameras().getFirst().sub().orElseThrow().address())
        .isEqualTo(new RtspAddress("192.0.2.10", 554, "/stream2"));
    assertThat(read.relay().orElseThrow().text()).isEqualTo("https://relay.example");
    assertThat(read.listen()).contains(InetSocketAddress.createUnresolved("127.0.0.1", 8080));
    assertThat(read.admit().words()).hasSize(1);
    assertThat(read.metrics()).isEqualTo(OptionalInt.of(9464));
  }

  @Test
  void read_nothing_isEmpty() throws Exception {
    assertThat(read("")).isEqualTo(Configuration.EMPTY);
    assertThat(read("# only a remark\n")).isEqualTo(Configuration.EMPTY);
  }

  /// `|` is a line end, `~` a space.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "camras:,                                                 1, camras, did you mean `cameras`?",
    "household:|~~nam: x,                                     2, household.nam, did you mean `name`?",
    "household:|~~colour: x,                                  2, household.colour, known are",
    "household: x,                                            1, household, write keys with values",
    "household:|~~name: [a],                                  2, household.name, write one value",
    "cameras: x,                                              1, cameras, write a list",
    "cameras:|~~- name: Door,                                 0, cameras[1].url, needs a `url`",
    "cameras:|~~- url: rtsp://a/b,                            0, cameras[1].name, needs a `name`",
    "cameras:|~~- name: Door|~~~~url: ftp://a/b,              3, cameras[1].url, begins with rtsp://",
    "cameras:|~~- name: D|~~~~url: rtsp://a/b|~~~~user: x|~~~~user: y, 5, cameras[1].user, stands twice",
    "cameras:|~~- name: D|~~~~url: rtsp://u:p@a/b|~~~~user: x, 4, cameras[1].user, names a user already",
    "cameras:|~~- name: D|~~~~url: rtsp://a/b|~~~~password: x, 4, cameras[1].password, write the `user`",
    "cameras:|~~- name: D|~~~~url: rtsp://a/b|~~~~sub: http://a/c, 4, cameras[1].sub, over RTSP",
    "cameras:|~~- name: D|~~~~url: rtsp://a/b|~~~~sub: low,  4, cameras[1].sub, begins with rtsp://",
    "relay:|~~listen: here,                                   2, relay.listen, write a port",
    "relay:|~~listen: 70000,                                  2, relay.listen, from 0 to 65535",
    "relay:|~~origin: https://a/b,                            2, relay.origin, without a path",
    "relay:|~~admit:|~~~~- abc,                               3, relay.admit[1], household's id",
    "relay:|~~admit: everybody,                               2, relay.admit, or `open`",
    "relay:|~~quota:|~~~~invites: 0,                          3, relay.quota.invites, from 1 to",
    "relay:|~~quota:|~~~~cached-mib: 9999999999999999,        3, relay.quota.cached-mib, whole number",
    "relay:|~~quota:|~~~~links: 1,                            3, relay.quota.links, there is no such key",
    "household:|~~relay-invite: abc,                          2, household.relay-invite, 26 letters and digits",
    "logging:|~~level: loud,                                  2, logging.level, 'warning, info, debug'",
    "logging:|~~format: xml,                                  2, logging.format, 'text, json'",
    "relay:|~~metrics: many,                                  2, relay.metrics, write a port",
    "household: {,                                            1, '', this is not YAML",
  })
  void read_mistake_isNamedWithLineAndKeyAndRemedy(
      String text, int line, String key, String remedy) {
    String yaml = text.replace('|', '\n').replace('~', ' ');
    String place = folder.resolve("mashrabiya.yaml") + (line > 0 ? ":" + line : "") + ": " + key;
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessageStartingWith(place)
        .hasMessageContaining(remedy);
  }

  @Test
  void read_sameNameTwice_isRefused() {
    assertThatThrownBy(() ->
            read(
                "cameras:\n- {name: Door, url: 'rtsp://a/1'}\n- {name: Door, url: 'rtsp://a/2'}\n"))
        .hasMessageContaining("cameras[2].name")
        .hasMessageContaining("another camera has this name");
  }

  @Test
  void read_aliasBomb_isRefused() {
    String bomb = "a: &a [x,x]\nb: &b [*a,*a]\ncameras: [*b,*b]\n";
    assertThatThrownBy(() -> read(bomb)).isInstanceOf(ConfigurationFault.class);
  }

  @Test
  void fault_neverHoldsAPassword() {
    assertThatThrownBy(() -> read("cameras:\n- name: Door\n  url: rtsp://user:hunter2@a:99999/b\n"))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() ->
            read(
                "cameras:\n- name: Door\n  url: rtsp://a/b\n  user: x\n  password: \"hunter2\\u0007\"\n"))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void read_videoFile_isMeantFromWhereTheConfigurationLies() throws Exception {
    assertThat(read("cameras:\n- name: Door\n  url: file:clips/door.mp4\n").cameras())
        .extracting(camera -> camera.address())
        .containsExactly(new CameraAddress.Clip(folder.resolve("clips/door.mp4")));
  }

  @Test
  void read_cameraOverHttp_isUnderstood() throws Exception {
    var camera =
        read("cameras:\n- {name: Bell, url: 'http://a/snap#every=5s', user: mona, password: x}\n")
            .cameras()
            .getFirst();
    assertThat(camera.address()).hasToString("http://a/snap#every=5000ms");
    assertThat(camera.credentials().orElseThrow().userName()).isEqualTo("mona");
  }

  @Test
  void read_subStream_hasItsOwnCredentialsOrNone() throws Exception {
    var cameras =
        read("""
        cameras:
        - {name: A, url: 'onvif://a', sub: 'rtsp://a:8554/low', user: mona, password: x}
        - {name: B, url: 'rtsp://b/high', sub: 'rtsp://omar:y@b/low'}
        - {name: C, url: 'rtsp://c/high'}
        """)
            .cameras();
    assertThat(cameras.get(0).address()).hasToString("onvif://a");
    assertThat(cameras.get(0).sub())
        .contains(new SubStreamSettings(new RtspAddress("a", 8554, "/low"), Optional.empty()));
    assertThat(cameras.get(1).sub().orElseThrow().credentials())
        .contains(new Credentials("omar", "y"));
    assertThat(cameras.get(1).credentials()).isEmpty();
    assertThat(cameras.get(2).sub()).isEmpty();
  }

  @Test
  void read_missingFile_isSaid() {
    assertThatThrownBy(() -> Configuration.read(folder.resolve("none.yaml")))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessageContaining("there is no such file");
  }

  @Test
  void toString_ofCameras_hidesThePassword() throws Exception {
    Configuration read =
        read("cameras:\n- name: Door\n  url: rtsp://a/b\n  user: admin\n  password: hunter2\n");
    assertThat(read.toString()).doesNotContain("hunter2").doesNotContain("admin");
  }
}
