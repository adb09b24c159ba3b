package io.mashrabiya.home.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.store.HomeFolder.Opening;
import io.mashrabiya.vault.keys.StillKey;
import io.mashrabiya.vault.seal.FrameSealer;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.Track;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {
  @TempDir private Path temp;

  private Opening open(Optional<Path> kit) throws Exception {
    return HomeFolder.open(data(), new Founding("House", kit), InstantSource.system());
  }

  private Path data() {
    return temp.resolve("data");
  }

  private HomeFolder opened() throws Exception {
    return switch (open(Optional.empty())) {
      case Opening.Opened(HomeFolder folder) -> folder;
      case Opening other -> throw new AssertionError("not opened: " + other);
    };
  }

  private String refusal() throws Exception {
    return switch (open(Optional.empty())) {
      case Opening.Refused(var why) -> why.toString();
      case Opening other -> throw new AssertionError("not refused: " + other);
    };
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void open_newFolder_foundsAHouseholdForItsOwnerOnly() throws Exception {
    try (HomeFolder folder = opened()) {
      assertThat(folder.state().name()).isEqualTo("House");
      assertThat(mode(data())).isEqualTo("rwx------");
      assertThat(mode(data().resolve("state.json"))).isEqualTo("rw-------");
      assertThat(mode(data().resolve("keys.json"))).isEqualTo("rw-------");
    }
  }

  @Test
  void open_again_isTheSameHousehold() throws Exception {
    CameraId camera = new CameraId(1, 2);
    List<String> door = List.of("Door");
    HomeFolder first = opened();
    var household = first.household();
    first.update(state -> state.withEpoch(77).withCameras(door, () -> camera));
    first.close();
    try (HomeFolder again = opened()) {
      assertThat(again.household()).isEqualTo(household);
      assertThat(again.state().epoch()).isEqualTo(77);
      assertThat(again.state().cameras()).containsEntry("Door", camera);
    }
  }

  @Test
  void cameras_whoseNameIsForgotten_leaveNoStillBehind() throws Exception {
    var ids = new AtomicLong();
    Path stills = data().resolve("stills");
    try (HomeFolder folder = opened()) {
      Supplier<CameraId> fresh = () -> new CameraId(1, ids.incrementAndGet());
      CameraId door = folder.cameras(List.of("Door"), fresh).cameras().get("Door");
      var sealer =
          new FrameSealer(
              folder.household(), door, new Kid(1, Track.STILL), folder.keys().home().sign());
      folder.storeStill(
          door,
          new StillKey(sealer.kid(), sealer.baseKey()),
          sealer.seal(Kind.STILL, 1, new byte[] {9}));
      folder.cameras(List.of(), fresh);
      assertThat(folder.storedStill(door)).as("it may come back").isPresent();
      folder.cameras(
          IntStream.range(0, HouseholdState.MAX_CAMERAS).mapToObj(n -> "Camera " + n).toList(),
          fresh);
      assertThat(stills).isEmptyDirectory();
      assertThat(folder.keys().stills()).isEmpty();
    }
    try (HomeFolder again = opened()) {
      assertThat(again.keys().stills()).isEmpty();
    }
  }

  @Test
  void withCameras_renamedAgainAndAgain_staysReadableAndKeepsTheIdsOfThoseThatAreThere()
      throws Exception {
    var ids = new AtomicLong();
    try (HomeFolder folder = opened()) {
      for (int round = 0; round < 100; round++) {
        var names = List.of("Door", "Camera " + round);
        folder.update(
            state -> state.withCameras(names, () -> new CameraId(1, ids.incrementAndGet())));
      }
    }
    try (HomeFolder again = opened()) {
      assertThat(again.state().cameras())
          .hasSize(HouseholdState.MAX_CAMERAS)
          .containsEntry("Door", new CameraId(1, 1))
          .containsKey("Camera 99");
    }
  }

  @Test
  void open_firstStartCutShort_foundsTheHouseholdAnew() throws Exception {
    opened().close();
    for (String lost : List.of("state.json", "keys.json")) {
      Files.createFile(data().resolve("founding"));
      Files.delete(data().resolve(lost));
      opened().close();
      assertThat(data().resolve("founding")).doesNotExist();
    }
    opened().close();
  }

  @Test
  void open_firstStartCutShortAfterTheKit_saysThatTheKitIsOfNoUse() throws Exception {
    Path kit = temp.resolve("kit.txt");
    ((Opening.Opened) open(Optional.of(kit))).folder().close();
    Files.createFile(data().resolve("founding"));
    assertThat(open(Optional.of(kit)))
        .isInstanceOfSatisfying(
            Opening.Refused.class,
            refused -> assertThat(refused.why().toString()).contains("Delete it"));
    Files.delete(kit);
    ((Opening.Opened) open(Optional.of(kit))).folder().close();
    assertThat(kit).exists();
  }

  @Test
  void open_afterAKillWhileWriting_leavesNoCopyOfTheKeysBehind() throws Exception {
    opened().close();
    Path left = Files.writeString(data().resolve(".keys.json123.new"), "half a key file");
    opened().close();
    assertThat(left).doesNotExist();
  }

  @Test
  void open_whileOpen_isInUse() throws Exception {
    try (HomeFolder first = opened()) {
      assertThat(open(Optional.empty())).isInstanceOf(Opening.InUse.class);
      assertThat(first.state().epoch()).isZero();
    }
  }

  @Test
  void open_folderOfOthers_isLeftAlone() throws Exception {
    Files.createDirectories(data());
    Files.writeString(data().resolve("letter.txt"), "private");
    assertThat(refusal()).contains("holds other files");
    assertThat(Files.exists(data().resolve("keys.json"))).isFalse();
  }

  @Test
  void open_damagedState_isNeverANewHousehold() throws Exception {
    opened().close();
    byte[] keys = Files.readAllBytes(data().resolve("keys.json"));
    Files.writeString(data().resolve("state.json"), "{\"behind\":");
    assertThat(refusal()).contains("state.json is damaged");
    assertThat(Files.readAllBytes(data().resolve("keys.json"))).isEqualTo(keys);
  }

  @Test
  void open_oneByteOfTheStateLost_isRefused() throws Exception {
    opened().close();
    byte[] text = Files.readAllBytes(data().resolve("state.json"));
    for (int length = 0; length < text.length; length += 7) {
      Files.write(data().resolve("state.json"), java.util.Arrays.copyOf(text, length));
      assertThat(refusal()).contains("damaged");
    }
  }

  @Test
  void open_lostState_saysWhich() throws Exception {
    opened().close();
    Files.delete(data().resolve("state.json"));
    assertThat(refusal()).contains("state.json is gone");
  }

  @Test
  void open_lostKeys_saysWhich() throws Exception {
    opened().close();
    Files.delete(data().resolve("keys.json"));
    assertThat(refusal()).contains("keys.json is gone");
  }

  @Test
  void open_withKit_writesItOnceAndRemindsOfIt() throws Exception {
    Path kit = temp.resolve("kit.txt");
    try (HomeFolder folder = ((Opening.Opened) open(Optional.of(kit))).folder()) {
      assertThat(mode(kit)).isEqualTo("rw-------");
      assertThat(Files.readString(kit)).contains(folder.household().toString());
      assertThat(folder.kitToMoveAway()).contains(kit);
    }
    Files.delete(kit);
    try (HomeFolder again = opened()) {
      assertThat(again.kitToMoveAway()).isEmpty();
      assertThat(Files.exists(kit)).isFalse();
    }
  }

  @Test
  void open_kitFileThatExists_isNotWrittenOver() throws Exception {
    Path kit = Files.writeString(temp.resolve("kit.txt"), "mine");
    assertThat(open(Optional.of(kit))).isInstanceOf(Opening.Refused.class);
    assertThat(Files.readString(kit)).isEqualTo("mine");
  }

  @Test
  void parse_stateOfEveryPart_readsAsWritten() throws Exception {
    try (HomeFolder folder = opened()) {
      byte[] text = Files.readAllBytes(data().resolve("state.json"));
      var state = StateFormat.parse(text, folder.household());
      assertThat(new String(StateFormat.bytes(state), StandardCharsets.UTF_8))
          .isEqualTo(new String(text, StandardCharsets.UTF_8));
    }
  }
}
