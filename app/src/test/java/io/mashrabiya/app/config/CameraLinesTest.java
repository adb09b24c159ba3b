package io.mashrabiya.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.rtsp.RtspAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraLinesTest {
  private static final Path FILE = Path.of("/somewhere/house.yaml");
  private static final CameraSettings YARD =
      new CameraSettings(
          "Yard",
          new RtspAddress("192.0.2.7", 554, "/live"),
          Optional.of(new Credentials("mona", "hun\"ter #2")));

  private static String with(String text, CameraSettings camera) throws ConfigurationFault {
    return new CameraLines(FILE, text).with(camera);
  }

  private static String without(String text, String name) throws ConfigurationFault {
    return new CameraLines(FILE, text).without(name);
  }

  private static List<CameraSettings> cameras(String text) throws ConfigurationFault {
    return Configuration.parse(FILE, text).cameras();
  }

  @Test
  void with_emptyFile_makesTheList() throws Exception {
    String text = with("", YARD);
    assertThat(text)
        .isEqualTo(
            """
            cameras:
              - name: "Yard"
                url: "rtsp://192.0.2.7/live"
                user: "mona"
                password: "hun\\"ter #2"
            """);
    assertThat(cameras(text)).containsExactly(YARD);
  }

  @Test
  void with_listInTheMiddle_keepsEverythingElseWithItsRemarks() throws Exception {
    String text =
        """
        # our house
        cameras:   # both of them
        - name: Door
          url: rtsp://192.0.2.1/a   # the old one
          # its password is on the fridge

        household:
          name: Ours
        """;
    assertThat(with(text, YARD))
        .isEqualTo(
            """
            # our house
            cameras:   # both of them
            - name: Door
              url: rtsp://192.0.2.1/a   # the old one
            - name: "Yard"
              url: "rtsp://192.0.2.7/live"
              user: "mona"
              password: "hun\\"ter #2"
              # its password is on the fridge

            household:
              name: Ours
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing yet\n",
        "household:\n  name: Ours",
        "cameras: []\n",
        "cameras:   [ ]   # none yet\nrelay:\n  listen: 1\n",
        "cameras:\n    - name: Door\n      url: rtsp://192.0.2.1/a",
        "cameras:\r\n- name: Door\r\n  url: rtsp://192.0.2.1/a\r\nrelay:\r\n  listen: 1\r\n",
        "cameras:\n-\n  url: 'rtsp://192.0.2.1/a'\n  name: >-\n    Front\n    door\n\n\n# end\n",
        "cameras:\n- {name: Door, url: rtsp://192.0.2.1/a}\n",
        "---\ncameras:\n- name: الباب\n  url: rtsp://192.0.2.1/a\n",
      })
  void with_thenWithout_isTheSameHousehold(String text) throws Exception {
    Configuration before = Configuration.parse(FILE, text);
    String more = with(text, YARD);
    assertThat(cameras(more)).hasSize(before.cameras().size() + 1).contains(YARD);
    assertThat(Configuration.parse(FILE, without(more, "Yard"))).isEqualTo(before);
    for (CameraSettings camera : before.cameras()) {
      String less = without(more, camera.name());
      assertThat(cameras(less)).containsExactly(YARD);
    }
  }

  @Test
  void without_oneOfThree_takesItsLinesAndNoOther() throws Exception {
    String text =
        """
        cameras:
          - name: Door
            url: rtsp://192.0.2.1/a

          # the one by the swing
          - name: Yard
            url: rtsp://192.0.2.2/a
            user: mona

          - name: Attic
            url: rtsp://192.0.2.3/a
        """;
    assertThat(without(text, "Yard"))
        .isEqualTo(
            """
            cameras:
              - name: Door
                url: rtsp://192.0.2.1/a

              # the one by the swing

              - name: Attic
                url: rtsp://192.0.2.3/a
            """);
  }

  @Test
  void without_theLast_leavesAnEmptyList() throws Exception {
    String text = "cameras: # ours\n  - name: Door\n    url: rtsp://192.0.2.1/a\n";
    assertThat(without(text, "Door")).isEqualTo("cameras: [] # ours\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cameras: [{name: Door, url: rtsp://192.0.2.1/a}]\n",
        "{cameras: [{name: Door, url: rtsp://192.0.2.1/a}]}\n",
        "cameras:\n  [{name: Door, url: rtsp://192.0.2.1/a}]\n",
        "\"cameras\": []\n",
        "cameras: !!seq []\n",
        "{}\n",
      })
  void change_otherwiseWritten_isLeftToThePerson(String text) throws Exception {
    assertThatThrownBy(() -> with(text, YARD))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessageContaining("changed by hand only")
        .hasMessageNotContaining("hun");
  }

  @Test
  void without_inAListInOneLine_isLeftToThePerson() {
    assertThatThrownBy(() -> without("cameras: [{name: Door, url: rtsp://192.0.2.1/a}]\n", "Door"))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessageContaining("changed by hand only");
  }
}
