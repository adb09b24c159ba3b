package io.mashrabiya.home;

import static io.mashrabiya.home.Answered.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.device.open.Sight;
import io.mashrabiya.home.TestHouse.Watcher;
import io.mashrabiya.home.camera.CameraReport;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.virtual.Quirk;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifDevice;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifOptions;
import io.mashrabiya.media.onvif.virtual.VirtualProfile;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.scene.CameraView;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.Scene;
import io.mashrabiya.media.scene.VirtualCamera;
import io.mashrabiya.media.scene.VirtualCameraOptions;
import io.mashrabiya.media.source.CameraAddress;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.Track;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A camera whose main stream is H.265, before a device that reads H.264 alone.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SmallerStreamTest {
  private static final Credentials MONA = new Credentials("mona", "correct horse");

  @TempDir private Path folder;
  private TestHouse house;
  private Watcher phone;
  private H265Camera main;
  private VirtualCamera sub;

  @BeforeEach
  void start() throws Exception {
    main = H265Camera.open(Optional.of(MONA));
    sub =
        VirtualCamera.open(
            VirtualCameraOptions.of(CameraView.of(Scene.DOOR, Light.DAY, "Door")).onlyFor(MONA),
            CaptureClock.startingAt(InstantSource.system()));
    house = new TestHouse(folder.resolve("home"));
    phone = house.watcher(house.pair("Phone"));
  }

  @AfterEach
  void stop() {
    phone.close();
    house.close();
    sub.close();
    main.close();
  }

  private CameraSettings camera() {
    return new CameraSettings("Door", main.address(), Optional.of(MONA));
  }

  private CameraSettings withSub(RtspAddress address) {
    return camera().with(new SubStreamSettings(address, Optional.empty()));
  }

  private CameraId plays(CameraSettings settings) throws Exception {
    house.home().change(List.of(settings));
    Eventually.holds(() -> report().state() == CameraState.LIVE && main.playerCount() == 1);
    return answered(phone.device().household()).cameras().getFirst().camera();
  }

  private CameraReport report() {
    return house.home().cameras().getFirst();
  }

  private static Track opened(Watcher watcher, CameraId camera) throws Exception {
    Answer.Opened opened = answered(watcher.device().open(camera));
    return opened.tracks().getFirst().kid().track();
  }

  private static Sight.Seen seesKeyFrame(Watcher watcher, Track track) throws Exception {
    return watcher.sees(
        Sight.Seen.class, seen -> seen.kid().track() == track && seen.kind() == Kind.KEY);
  }

  @Test
  void open_subStream_isPlayedOnceForAllAndOnlyWhileSomebodyLooks() throws Exception {
    CameraId door = plays(withSub(sub.address()));
    assertThat(sub.playerCount()).isZero();
    assertThat(opened(phone, door)).isEqualTo(Track.SUB);
    seesKeyFrame(phone, Track.SUB);
    try (Watcher tablet = house.watcher(house.pair("Tablet"))) {
      assertThat(opened(tablet, door)).isEqualTo(Track.SUB);
      seesKeyFrame(tablet, Track.SUB);
      assertThat(sub.playerCount()).isOne();
      answered(tablet.device().close(door));
      assertThat(sub.playerCount()).isOne();
    }
    answered(phone.device().close(door));
    Eventually.holds(() -> sub.playerCount() == 0);
    assertThat(main.playerCount()).isOne();
  }

  @Test
  void open_subStreamThatIsNotThere_isSeenAsASmallCopyAndTold() throws Exception {
    CameraId door = plays(withSub(nowhere()));
    assertThat(opened(phone, door)).isEqualTo(Track.SUB);
    seesKeyFrame(phone, Track.SUB);
    assertThat(report().state()).isEqualTo(CameraState.LIVE);
    assertThat(report().words().toString())
        .startsWith("Of its smaller stream: ")
        .contains("reached");
    assertThat(main.playerCount()).isOne();
  }

  @Test
  void open_noSubStream_isSeenAsASmallCopy() throws Exception {
    CameraId door = plays(camera());
    assertThat(opened(phone, door)).isEqualTo(Track.TRANSCODE);
    seesKeyFrame(phone, Track.TRANSCODE);
  }

  @Test
  void look_subStreamEnds_goesOnAsASmallCopy() throws Exception {
    CameraId door = plays(withSub(sub.address()));
    opened(phone, door);
    Sight.Seen before = seesKeyFrame(phone, Track.SUB);
    sub.close();
    seesKeyFrameLaterThan(before);
    assertThat(report().words().toString()).startsWith("Of its smaller stream: ");
  }

  @Test
  void look_subStreamInAnotherFormat_saysWhatToSet() throws Exception {
    CameraId door = plays(withSub(main.address()));
    opened(phone, door);
    seesKeyFrame(phone, Track.SUB);
    assertThat(report().words().toString())
        .contains("H265")
        .contains("Set its video encoding to H.264");
  }

  @Test
  void change_subStreamGoneWhileSomebodyLooks_goesOnAsASmallCopy() throws Exception {
    CameraId door = plays(withSub(sub.address()));
    opened(phone, door);
    Sight.Seen before = seesKeyFrame(phone, Track.SUB);
    house.home().change(List.of(camera()));
    Eventually.holds(() -> sub.playerCount() == 0);
    seesKeyFrameLaterThan(before);
  }

  /// So much later that it was not on its way yet.
  private void seesKeyFrameLaterThan(Sight.Seen before) throws Exception {
    phone.sees(
        Sight.Seen.class,
        seen ->
            seen.kind() == Kind.KEY
                && seen.kid().track() != Track.STILL
                && seen.captureMicros() - before.captureMicros() > 5_000_000);
  }

  private RtspAddress nowhere() throws Exception {
    return ((CameraAddress.Rtsp) house.nowhere("Nowhere").address()).address();
  }

  private VirtualOnvifOptions device() {
    return VirtualOnvifOptions.of(
            "Door",
            List.of(
                VirtualProfile.h264("main", 1920, 1080, main.address().url()).in("H265"),
                VirtualProfile.h264("sub", 640, 360, sub.address().url())))
        .onlyFor(MONA)
        .withItsClockAheadBy(Duration.ofDays(-4000));
  }

  private static CameraSettings at(VirtualOnvifDevice device, Credentials credentials) {
    return new CameraSettings(
        "Door", new CameraAddress.Onvif(device.address()), Optional.of(credentials));
  }

  @Test
  void onvif_camera_isPlayedAndItsSubStreamIsKnown() throws Exception {
    try (var device = VirtualOnvifDevice.open(device(), InstantSource.system())) {
      CameraId door = plays(at(device, MONA));
      assertThat(opened(phone, door)).isEqualTo(Track.SUB);
      seesKeyFrame(phone, Track.SUB);
      assertThat(sub.playerCount()).isOne();
    }
  }

  @Test
  void onvif_motionAndBell_areInTheReport() throws Exception {
    try (var device = VirtualOnvifDevice.open(device(), InstantSource.system())) {
      plays(at(device, MONA));
      Eventually.holds(() -> device.subscriptionCount() == 1);
      assertThat(report().motion()).isEmpty();
      device.motion(true);
      device.bell();
      Eventually.holds(() -> report().motion().isPresent() && report().bell().isPresent());
      assertThat(report().words().toString()).isEmpty();
      house.home().change(List.of());
      assertThat(device.subscriptionCount()).isZero();
    }
  }

  @Test
  void onvif_cameraThatNamesAnotherHost_isPlayedWhereItWasAsked() throws Exception {
    try (var device =
        VirtualOnvifDevice.open(device().with(Quirk.FOREIGN_ADDRESSES), InstantSource.system())) {
      CameraId door = plays(at(device, MONA));
      assertThat(opened(phone, door)).isEqualTo(Track.SUB);
      seesKeyFrame(phone, Track.SUB);
    }
  }

  @Test
  void onvif_wrongPassword_isRefusedAndTold() throws Exception {
    try (var device = VirtualOnvifDevice.open(device(), InstantSource.system())) {
      house.home().change(List.of(at(device, new Credentials("mona", "wrong"))));
      Eventually.holds(() -> report().state() == CameraState.REFUSED);
      assertThat(report().words().toString())
          .contains("refused the user name or password")
          .contains("ONVIF");
      assertThat(main.playerCount()).isZero();
    }
  }
}
