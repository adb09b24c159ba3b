package io.mashrabiya.bench.ingest;

import io.mashrabiya.home.live.CameraSeal;
import io.mashrabiya.home.live.Live;
import io.mashrabiya.home.live.Outlet;
import io.mashrabiya.home.store.Founding;
import io.mashrabiya.home.store.HomeFolder;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.TranscodeSettings;
import io.mashrabiya.media.worker.Conversion;
import io.mashrabiya.media.worker.Subject;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a home does with its cameras' frames: keeps the newest group of pictures, and seals each
/// picture while somebody looks. Nothing goes out.
///
/// @param seals one for each camera
record Sealing(Live live, List<CameraSeal> seals) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Founds a household for that many cameras.
  ///
  /// @param folder empty or not there yet; it is this process's until that ends
  static Sealing in(Path folder, int cameras) throws IOException {
    InstantSource wall = InstantSource.system();
    var founding = new Founding("Bench", Optional.empty());
    if (HomeFolder.open(folder, founding, wall) instanceof HomeFolder.Opening.Opened(var home)) {
      var ids = Stream.generate(() -> CameraId.random(RANDOM)).limit(cameras).toList();
      var live = new Live(home, ids, Sealing::noCopy, new Nowhere(), wall.instant());
      return new Sealing(live, ids.stream().map(live::seal).toList());
    }
    throw new IOException("this folder cannot be a home's: " + folder);
  }

  /// Somebody looks at all cameras from now on, or nobody at any.
  void lookedAt(boolean isLookedAt) {
    Set<Track> wanted = isLookedAt ? Set.of(Track.MAIN) : Set.of();
    live.lease(seals.stream().collect(Collectors.toMap(CameraSeal::camera, _ -> wanted)));
  }

  private static Conversion noCopy(Subject of, TranscodeSettings settings, FrameSink into) {
    throw new IllegalStateException("who looks decodes what the camera sends");
  }

  /// What is sealed is let go of.
  private static final class Nowhere implements Outlet {
    @Override
    public void offer(CameraId camera, SealedFrame frame) {}

    @Override
    public void restart(CameraId camera, List<SealedFrame> group) {}

    @Override
    public void drop(CameraId camera, Track track) {}
  }
}
