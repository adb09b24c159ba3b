package io.mashrabiya.home;

import static io.mashrabiya.home.Answered.answered;
import static io.mashrabiya.home.Answered.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.device.open.Sight;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.device.pair.Pairing;
import io.mashrabiya.home.TestHouse.Watcher;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.DeviceEntry;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.sealed.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A home with its camera, a relay and devices, over real sockets.
class HomeTest {
  @TempDir private Path folder;
  private TestHouse house;

  @BeforeEach
  void start() throws Exception {
    house = new TestHouse(folder.resolve("home"));
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private static CameraId camera(Watcher watcher) throws Exception {
    return answered(watcher.device().household()).cameras().getFirst().camera();
  }

  private static Sight.Seen picture(Watcher watcher) throws Exception {
    return watcher.sees(Sight.Seen.class, seen -> seen.kind() == Kind.KEY);
  }

  @Test
  void open_pairedDevice_seesPicturesAndStills() throws Exception {
    try (Watcher phone = house.watcher(house.pair("Phone"))) {
      CameraId door = camera(phone);
      answered(phone.device().open(door));
      assertThat(picture(phone).camera()).isEqualTo(door);
      phone.sees(Sight.Seen.class, seen -> seen.kind() == Kind.DELTA);
      phone.sees(Sight.Seen.class, seen -> seen.kind() == Kind.STILL);
      assertThat(phone.device().counts(door).refused()).isZero();
    }
  }

  @Test
  void pictures_onceADeviceHasSeenTwo_countsThem() throws Exception {
    try (Watcher phone = house.watcher(house.pair("Phone"))) {
      answered(phone.device().open(camera(phone)));
      picture(phone);
      phone.sees(Sight.Seen.class, seen -> seen.kind() == Kind.DELTA);
      assertThat(house.home().pictures()).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void household_twoDevices_namesBoth() throws Exception {
    house.pair("Tablet");
    try (Watcher phone = house.watcher(house.pair("Phone"))) {
      assertThat(answered(phone.device().household()).devices())
          .extracting(DeviceEntry::name)
          .containsExactlyInAnyOrder("Phone", "Tablet");
    }
  }

  @Test
  void pair_usedInvite_isRefused() throws Exception {
    PairingLink link = house.home().invite(InviteTerms.ONE_DEVICE);
    house.pair(link, "Phone");
    assertThat(Pairing.pair(TestHouse.HTTP, link, "Thief"))
        .isInstanceOf(Pairing.Outcome.NotPaired.class);
  }

  @Test
  void pair_demonstrationInvite_maybeUsedAgain() throws Exception {
    PairingLink link = house.home().invite(InviteTerms.DEMONSTRATION);
    assertThat(house.pair(link, "One").device()).isNotEqualTo(house.pair(link, "Two").device());
  }

  @Test
  void remove_watchingDevice_opensNothingSealedLater() throws Exception {
    Membership thief = house.pair("Lost phone");
    try (Watcher owner = house.watcher(house.pair("Phone"));
        Watcher lost = house.watcher(thief)) {
      CameraId door = camera(owner);
      long before = answered(owner.device().open(door)).epoch();
      answered(lost.device().open(door));
      picture(lost);
      long askedNanos = System.nanoTime();
      Answer.Ruled done = answered(owner.device().remove(thief.device()));
      assertThat(System.nanoTime() - askedNanos).isLessThan(10_000_000_000L);
      Sight.Seen after = owner.sees(Sight.Seen.class, seen -> seen.kid().epoch() > before);
      assertThat(after.kid().epoch()).isGreaterThan(before);
      List<Sight> later = lost.seenSoFar();
      long doneMicros = io.mashrabiya.wire.codec.Micros.of(done.clock());
      assertThat(later)
          .noneMatch(sight -> sight instanceof Sight.Seen seen && seen.kid().epoch() > before)
          .noneMatch(
              sight -> sight instanceof Sight.Seen seen && seen.captureMicros() > doneMicros);
    }
    assertThatThrownBy(() -> house.watcher(thief)).isInstanceOf(LinkFailed.class);
  }

  @Test
  void restart_ofTheHome_keepsHouseholdDevicesAndCameras() throws Exception {
    Membership phone = house.pair("Phone");
    CameraId before;
    try (Watcher watcher = house.watcher(phone)) {
      before = camera(watcher);
      answered(watcher.device().open(before));
      picture(watcher);
    }
    house.stopHome();
    house.startHome();
    try (Watcher watcher = house.watcher(phone)) {
      assertThat(camera(watcher)).isEqualTo(before);
      answered(watcher.device().open(before));
      picture(watcher);
    }
  }

  @Test
  void restart_ofTheRelay_isHealed() throws Exception {
    Membership phone = house.pair("Phone");
    house.restartRelay();
    Eventually.holds(() -> connects(phone));
    try (Watcher watcher = house.watcher(phone)) {
      answered(watcher.device().open(camera(watcher)));
      picture(watcher);
    }
  }

  private boolean connects(Membership membership) {
    try (Watcher watcher = house.watcher(membership)) {
      return watcher.device().homeOnline();
    } catch (Exception e) {
      return false;
    }
  }

  @Test
  void restore_ofAnOldCopy_servesNobody() throws Exception {
    Membership phone = house.pair("Phone");
    house.stopHome();
    Path copy = folder.resolve("copy");
    FolderCopy.copy(house.data(), copy);
    house.startHome();
    house.pair("Tablet");
    try (Watcher watcher = house.watcher(phone)) {
      answered(watcher.device().open(camera(watcher)));
      phone = watcher.device().membership();
    }
    standsBack(copy, phone);
  }

  /// The phone opens nothing after the removal: only the home's word of it brings the newer list.
  @Test
  void restore_ofACopyFromBeforeARemoval_servesNobody() throws Exception {
    Membership phone = house.pair("Phone");
    Membership lost = house.pair("Lost");
    house.stopHome();
    Path copy = folder.resolve("copy");
    FolderCopy.copy(house.data(), copy);
    house.startHome();
    try (Watcher watcher = house.watcher(phone)) {
      answered(watcher.device().remove(lost.device()));
      phone = watcher.device().membership();
    }
    standsBack(copy, phone);
  }

  /// The copy is put back and started: the device finds it out.
  private void standsBack(Path copy, Membership phone) throws Exception {
    house.stopHome();
    Files.copy(
        copy.resolve("state.json"),
        house.data().resolve("state.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    house.startHome();
    try (Watcher watcher = house.watcher(phone)) {
      assertThat(refused(watcher.device().household())).isEqualTo(RefusedReason.BEHIND);
      Eventually.holds(() -> house.home().isBehind());
    }
  }

  @Test
  void open_folderInUse_saysSo() {
    assertThatThrownBy(() -> house.open(house.data(), new Origin("http://localhost:1")))
        .isInstanceOfSatisfying(
            HomeRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(HomeRefused.Reason.FOLDER_IN_USE));
  }

  @Test
  void close_neverStarted_givesTheFolderBack() throws Exception {
    Path data = folder.resolve("other");
    Origin nowhere = new Origin("http://localhost:1");
    house.open(data, nowhere).close();
    house.open(data, nowhere).close();
  }
}
