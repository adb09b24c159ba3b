package io.mashrabiya.home;

import static io.mashrabiya.home.Answered.answered;
import static io.mashrabiya.home.Answered.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.device.open.Sight;
import io.mashrabiya.home.TestHouse.Watcher;
import io.mashrabiya.home.camera.CameraReport;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.CameraEntry;
import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.sealed.Kind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Cameras that come, go and move while the home runs and somebody looks.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChangeTest {
  @TempDir private Path folder;
  private TestHouse house;
  private Watcher phone;

  @BeforeEach
  void start() throws Exception {
    house = new TestHouse(folder.resolve("home"));
    phone = house.watcher(house.pair("Phone"));
  }

  @AfterEach
  void stop() {
    phone.close();
    house.close();
  }

  private Map<String, CameraId> cameras() throws Exception {
    Map<String, CameraId> byName = new LinkedHashMap<>();
    for (CameraEntry entry : answered(phone.device().household()).cameras()) {
      byName.put(entry.name(), entry.camera());
    }
    return byName;
  }

  private void seesPictureOf(CameraId camera) throws Exception {
    phone.sees(Sight.Seen.class, seen -> seen.camera().equals(camera) && seen.kind() == Kind.KEY);
  }

  @Test
  void change_cameraAdded_isSeenBesideTheOther() throws Exception {
    CameraId door = cameras().get("Door");
    answered(phone.device().open(door));
    seesPictureOf(door);
    house.home().change(List.of(house.camera("Door"), house.camera("Yard")));
    Map<String, CameraId> after = cameras();
    assertThat(after.keySet()).containsExactly("Door", "Yard");
    assertThat(after).containsEntry("Door", door);
    answered(phone.device().open(after.get("Yard")));
    seesPictureOf(after.get("Yard"));
    seesPictureOf(door);
  }

  @Test
  void change_cameraRemoved_endsItsSessionsAndIsKnownAgainWhenItComesBack() throws Exception {
    CameraId door = cameras().get("Door");
    answered(phone.device().open(door));
    seesPictureOf(door);
    house.home().change(List.of(house.camera("Yard")));
    assertThat(cameras().keySet()).containsExactly("Yard");
    assertThat(refused(phone.device().open(door))).isEqualTo(RefusedReason.NO_SUCH_CAMERA);
    house.home().change(List.of(house.camera("Door"), house.camera("Yard")));
    assertThat(cameras()).containsEntry("Door", door);
    answered(phone.device().open(door));
    seesPictureOf(door);
  }

  @Test
  void change_addressOnly_restartsThatCameraAndNoOther() throws Exception {
    house.home().change(List.of(house.camera("Door"), house.camera("Yard")));
    Map<String, CameraId> before = cameras();
    house.home().change(List.of(house.nowhere("Door"), house.camera("Yard")));
    assertThat(cameras()).isEqualTo(before);
    Eventually.holds(() -> states().equals(List.of(CameraState.UNREACHABLE, CameraState.LIVE)));
    house.home().change(List.of(house.camera("Door"), house.camera("Yard")));
    Eventually.holds(() -> states().equals(List.of(CameraState.LIVE, CameraState.LIVE)));
    answered(phone.device().open(before.get("Door")));
    seesPictureOf(before.get("Door"));
  }

  @Test
  void change_toNoCameras_isAllowed() throws Exception {
    house.home().change(List.of());
    assertThat(cameras()).isEmpty();
  }

  /// The watch on the configuration may be in the middle of a look when the home ends.
  @Test
  void change_afterTheEnd_beginsNothing() throws Exception {
    house.home().close();
    house.home().change(List.of(house.camera("Yard")));
    assertThat(house.home().cameras()).extracting(CameraReport::name).containsExactly("Door");
  }

  private List<CameraState> states() {
    return house.home().cameras().stream().map(CameraReport::state).toList();
  }
}
