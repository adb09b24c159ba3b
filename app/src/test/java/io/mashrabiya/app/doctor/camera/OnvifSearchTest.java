package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.virtual.Quirk;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifDevice;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifOptions;
import io.mashrabiya.media.onvif.virtual.VirtualProfile;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Where a camera's ONVIF is found, and what is made of what it tells there.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OnvifSearchTest {
  private static final InstantSource WALL = InstantSource.system();
  private static final String HOST = "127.0.0.1";
  private static final Credentials MONA = new Credentials("mona", "hunter2");
  private static final VirtualOnvifOptions SMALL =
      VirtualOnvifOptions.of(
          "Door", List.of(VirtualProfile.h264("main", 640, 360, "rtsp://127.0.0.1/main")));

  private static int portOf(VirtualOnvifDevice device) {
    return device.address().reached().getPort();
  }

  @Test
  void find_asTheCameraTells_isThere() throws Exception {
    try (VirtualOnvifDevice device = VirtualOnvifDevice.open(SMALL.onlyFor(MONA), WALL)) {
      int discovery = device.probeAddress().getPort();
      var search = new OnvifSearch(HOST, OptionalInt.empty(), discovery, List.of(), WALL);
      assertThat(search.find()).contains(device.address());
    }
  }

  @Test
  void find_cameraThatDoesNotTell_isLookedForAtUsualPorts() throws Exception {
    try (var mute = new DatagramSocket(new InetSocketAddress(HOST, 0));
        var other = new ServerSocket(0, 1, InetAddress.getByName(HOST));
        VirtualOnvifDevice device =
            VirtualOnvifDevice.open(SMALL.onlyFor(MONA).with(Quirk.CLOCK_NEEDS_LOGIN), WALL)) {
      List<Integer> usual = List.of(other.getLocalPort(), portOf(device));
      var search = new OnvifSearch(HOST, OptionalInt.empty(), mute.getLocalPort(), usual, WALL);
      assertThat(search.find()).contains(device.address());
    }
  }

  @Test
  void find_cameraWithoutOnvif_isNowhere() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      var search = OnvifSearch.of(HOST, OptionalInt.of(other.getLocalPort()), WALL);
      assertThat(search.find()).isEmpty();
    }
    assertThat(new OwnClock(Optional.empty()).examine()).isInstanceOf(Verdict.NotExamined.class);
    assertThat(new SubStream(Optional.empty()).examine()).isInstanceOf(Verdict.NotExamined.class);
  }

  @Test
  void ask_guardedCameraAsNobody_stillTellsItsClock() throws Exception {
    var options = SMALL.onlyFor(MONA).withItsClockAheadBy(Duration.ofHours(5));
    try (VirtualOnvifDevice device = VirtualOnvifDevice.open(options, WALL)) {
      Optional<OnvifVisit> visit =
          Optional.of(OnvifVisit.ask(device.address(), Optional.empty(), WALL));
      assertThat(new OwnClock(visit).examine().found())
          .asString()
          .isEqualTo("Its clock is 5 hours ahead.");
      assertThat(new SubStream(visit).examine().found())
          .asString()
          .contains("asks for a user name");
    }
  }

  @Test
  void ask_cameraWithOneSmallStream_needsNoOther() throws Exception {
    try (VirtualOnvifDevice device = VirtualOnvifDevice.open(SMALL, WALL)) {
      Optional<OnvifVisit> visit =
          Optional.of(OnvifVisit.ask(device.address(), Optional.empty(), WALL));
      assertThat(new SubStream(visit).examine())
          .isEqualTo(
              new Verdict.Ok(
                  say("Its only stream is {0}, small enough for small screens.", "640x360")));
    }
  }

  @Test
  void ask_cameraOfMotionJpegAlone_isAdvisedToBeSet() throws Exception {
    var jpeg = VirtualProfile.h264("main", 640, 360, "rtsp://127.0.0.1/main").in("JPEG");
    try (VirtualOnvifDevice device =
        VirtualOnvifDevice.open(VirtualOnvifOptions.of("Door", List.of(jpeg)), WALL)) {
      Optional<OnvifVisit> visit =
          Optional.of(OnvifVisit.ask(device.address(), Optional.empty(), WALL));
      assertThat(new SubStream(visit).examine())
          .isInstanceOfSatisfying(
              Verdict.Advice.class,
              advice -> assertThat(advice.found()).asString().contains("no stream of H.264"));
    }
  }
}
