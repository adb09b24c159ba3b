package io.mashrabiya.home.store;

import io.mashrabiya.vault.keys.StillKey;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The newest still of each camera, sealed, one file each.
final class StillFiles {
  /// The folder's name in the data folder.
  static final String NAME = "stills";

  private final Path folder;

  StillFiles(Path folder) {
    this.folder = folder;
  }

  void write(CameraId camera, SealedFrame still) throws IOException {
    FolderLock.prepare(folder);
    OwnFile.replace(folder, name(camera), still.envelope());
  }

  void delete(CameraId camera) throws IOException {
    Files.deleteIfExists(folder.resolve(name(camera)));
  }

  /// Empty when there is none, or none that the key is for: a still is a comfort, its loss no
  /// damage.
  Optional<SealedFrame> read(CameraId camera, StillKey key) throws IOException {
    Path file = folder.resolve(name(camera));
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(SealedFrame.parse(OwnFile.read(file, SealedFrame.MAX_BYTES)))
          .filter(still -> still.kid().equals(key.kid()));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  private static String name(CameraId camera) {
    return camera + ".still";
  }
}
