package io.mashrabiya.home.store;

import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.KeyFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Puts other keys and another state into a data folder in one step, though they are two files.
///
/// Guarantee: cut short wherever it may be, the folder holds the old keys with the old state, or
/// the new with the new. Both are written into a folder beside them, whose name counts from one
/// moment to the next; from then on they are the household's, and whoever opens the folder next
/// finishes.
///
/// Whoever calls holds the folder's lock.
final class Succession {
  /// While it is there, what it holds goes before what lies beside it.
  static final String NAME = "restoring";

  private static final String UNFINISHED = "." + NAME + ".new";
  private static final String FINISHED = ".restored.new";

  /// A step is on the disk.
  @FunctionalInterface
  interface Step {
    void done() throws IOException;
  }

  private final Path folder;
  private final Step step;

  Succession(Path folder) {
    this(folder, () -> {});
  }

  /// @param step is told after each change of the disk, and may cut it short there
  Succession(Path folder, Step step) {
    this.folder = folder;
    this.step = step;
  }

  /// The folder in which the household's keys and state lie now.
  static Path current(Path folder) {
    Path restoring = folder.resolve(NAME);
    return Files.isDirectory(restoring) ? restoring : folder;
  }

  /// When it returns, it is on the disk.
  void carryOut(HouseholdKeys keys, HouseholdState state, BackupKey backupKey) throws IOException {
    Path fresh = folder.resolve(UNFINISHED);
    OwnFile.deleteFolder(fresh);
    FolderLock.prepare(fresh);
    step.done();
    new KeyFile(fresh.resolve(FolderContent.KEYS)).write(keys);
    step.done();
    OwnFile.replace(fresh, FolderContent.STATE, StateFormat.bytes(state));
    step.done();
    backupKey.write(fresh);
    step.done();
    rename(fresh, NAME); // from here on it counts
    finish();
  }

  /// Goes on with one that was cut short; does nothing where there is none.
  void finish() throws IOException {
    Path restoring = folder.resolve(NAME);
    if (!Files.isDirectory(restoring)
        || !(FolderContent.read(folder) instanceof FolderContent.Household(var keys, var state))) {
      return;
    }
    step.done();
    deleteStills();
    step.done();
    new KeyFile(folder.resolve(FolderContent.KEYS)).write(keys);
    step.done();
    OwnFile.replace(folder, FolderContent.STATE, StateFormat.bytes(state));
    step.done();
    var backupKey = BackupKey.read(restoring, keys.household());
    if (backupKey.isPresent()) {
      backupKey.get().write(folder);
      step.done();
    }
    OwnFile.delete(folder, FolderContent.FOUNDING);
    step.done();
    rename(restoring, FINISHED);
    OwnFile.deleteFolder(folder.resolve(FINISHED));
  }

  /// They are sealed under names that the new home has not signed.
  private void deleteStills() throws IOException {
    Path stills = folder.resolve(StillFiles.NAME);
    if (Files.isDirectory(stills)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(stills)) {
        for (Path each : all) {
          Files.delete(each);
        }
      }
    }
  }

  private void rename(Path from, String name) throws IOException {
    Files.move(from, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    OwnFile.bringToDisk(folder);
    step.done();
  }
}
