package io.mashrabiya.home.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.authority.Access;
import io.mashrabiya.home.live.CameraSeal.FreshStill;
import io.mashrabiya.home.store.Founding;
import io.mashrabiya.home.store.HomeFolder;
import io.mashrabiya.vault.card.ContentKey;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTest {
  private static final CameraId DOOR = new CameraId(1, 1);
  private static final Access NOBODY = new Access(Map.of(), Set.of());
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

  @TempDir private Path temp;

  /// Its newest still was made after the start, under a key that nobody knew then.
  @Test
  void set_cameraThatComesBack_hasItsNewestStillUnderTheKeysOfNow() throws Exception {
    try (HomeFolder folder = folder()) {
      var nowhere = new Nowhere();
      var live = new Live(folder, List.of(DOOR), new NoCopies(), nowhere, NOW);
      FreshStill still = live.seal(DOOR).still(1, new byte[] {9}).orElseThrow();
      folder.storeStill(DOOR, still.key(), still.frame());

      live.set(List.of());
      live.set(List.of(DOOR));
      live.beginEpoch(List.of(), NOBODY, NOW, card -> {});

      SealedFrame again = nowhere.offered.getLast();
      assertThat(again.kind()).isEqualTo(Kind.STILL);
      assertThat(again.kid()).isEqualTo(new Kid(live.epoch(), Track.STILL));
      assertThat(live.starts(DOOR, Track.STILL).getFirst().kid()).isEqualTo(again.kid());
      assertThat(live.seal(DOOR).contentKeys())
          .extracting(ContentKey::kid)
          .doesNotContain(still.key().kid());
    }
  }

  private HomeFolder folder() throws Exception {
    return switch (HomeFolder.open(
        temp.resolve("data"), new Founding("House", Optional.empty()), InstantSource.system())) {
      case HomeFolder.Opening.Opened(HomeFolder folder) -> folder;
      case HomeFolder.Opening other -> throw new AssertionError("not opened: " + other);
    };
  }

  /// A line that takes everything.
  private static final class Nowhere implements Outlet {
    private final List<SealedFrame> offered = new ArrayList<>();

    @Override
    public void offer(CameraId camera, SealedFrame frame) {
      offered.add(frame);
    }

    @Override
    public void restart(CameraId camera, List<SealedFrame> group) {}

    @Override
    public void drop(CameraId camera, Track track) {}
  }
}
