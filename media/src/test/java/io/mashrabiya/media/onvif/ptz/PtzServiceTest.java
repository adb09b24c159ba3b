package io.mashrabiya.media.onvif.ptz;

import static io.mashrabiya.words.Sentence.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.media.onvif.OnvifClient;
import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.media.onvif.soap.SoapSettings;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifDevice;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifOptions;
import io.mashrabiya.media.onvif.virtual.VirtualProfile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PtzServiceTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final VirtualOnvifOptions FIXED =
      VirtualOnvifOptions.of(
          "Crib", List.of(VirtualProfile.h264("main", 640, 360, "rtsp://127.0.0.1/a")));

  private static OnvifClient client(VirtualOnvifDevice device) {
    return new OnvifClient(device.address(), Optional.empty(), SoapSettings.DEFAULT, CLOCK);
  }

  @Test
  void ptz_ofACameraThatTurns_doesAsItIsTold() throws Exception {
    try (var device = VirtualOnvifDevice.open(FIXED.turning(), CLOCK);
        var client = client(device)) {
      PtzService ptz =
          ((Answer.Given<PtzService>) client.connect().then(OnvifClient.Connected::ptz)).value();
      assertThat(ptz.nodes())
          .isEqualTo(new Answer.Given<>(List.of(new PtzNode("node", "Head", 8))));
      PtzPreset crib = new PtzPreset("crib", "The crib");
      assertThat(ptz.presets("main"))
          .isEqualTo(new Answer.Given<>(List.of(crib, new PtzPreset("window", "The window"))));
      assertThat(ptz.turn("main", new PtzSpeed(-0.5, 1, 0), Duration.ofSeconds(2)))
          .isInstanceOf(Answer.Given.class);
      assertThat(ptz.stop("main")).isInstanceOf(Answer.Given.class);
      assertThat(ptz.goTo("main", crib)).isInstanceOf(Answer.Given.class);
      assertThat(device.moves()).containsExactly("turn -0.500 1.000 0.000", "stop", "go to crib");
      assertThat(ptz.goTo("main", new PtzPreset("moon", ""))).isInstanceOf(Answer.Failed.class);
      assertThat(ptz.stop("other")).isInstanceOf(Answer.Failed.class);
      assertThat(device.moves()).isEmpty();
    }
  }

  @Test
  void ptz_ofACameraThatDoesNot_isNotSupported() throws Exception {
    try (var device = VirtualOnvifDevice.open(FIXED, CLOCK);
        var client = client(device)) {
      assertThat(client.connect().then(OnvifClient.Connected::ptz))
          .isEqualTo(new Answer.Failed<>(new OnvifFailure.NotSupported(quoted("PTZ"))));
    }
  }

  @Test
  void speed_beyondOne_isRefused() {
    assertThatThrownBy(() -> new PtzSpeed(1.01, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PtzSpeed(0, Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
