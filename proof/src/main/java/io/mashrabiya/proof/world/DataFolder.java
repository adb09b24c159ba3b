package io.mashrabiya.proof.world;

import io.mashrabiya.home.store.Founding;
import io.mashrabiya.home.store.HomeFolder;
import io.mashrabiya.home.store.Recovery;
import io.mashrabiya.vault.keys.KitFile;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.ids.DeviceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a home's data lies: its folder, a copy of that from some time ago, and the household's
/// recovery kit.
final class DataFolder {
  private final Path folder;
  private final Path copy;
  private final Path kit;

  DataFolder(Path folder) {
    this.folder = folder;
    copy = folder.resolveSibling(folder.getFileName() + ".copy");
    kit = folder.resolveSibling(folder.getFileName() + ".kit");
  }

  HomeFolder open(InstantSource wall) throws IOException {
    var founding = new Founding("House", Optional.of(kit));
    return switch (HomeFolder.open(folder, founding, wall)) {
      case HomeFolder.Opening.Opened(HomeFolder opened) -> opened;
      case HomeFolder.Opening other -> throw new IOException("not opened: " + other);
    };
  }

  /// Copies what lies there, as somebody does who looks after a machine.
  void backUp() throws IOException {
    copy(folder, copy);
  }

  boolean hasCopy() {
    return Files.exists(copy);
  }

  /// The copy takes the place of what lies there. Nobody may hold the folder.
  void putBack() throws IOException {
    copy(copy, folder);
  }

  /// The household's owner confirms with the kit which of the known devices stay. Nobody may hold
  /// the folder.
  void confirm(Predicate<DeviceId> stays, Instant now) throws IOException {
    if (!(new KitFile(kit).read() instanceof KitFile.Reading.Held(RootKey root))) {
      throw new IOException("no kit: " + kit);
    }
    var begun = Recovery.begin(folder, root, Optional.empty(), "House");
    if (!(begun instanceof Recovery.Beginning.Ready(Recovery recovery))) {
      throw new IOException("not restored: " + begun);
    }
    try (recovery) {
      recovery.finish(
          recovery.devices().stream()
              .map(member -> member.device())
              .filter(stays)
              .collect(Collectors.toSet()),
          Optional.empty(),
          now);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    delete(to);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
