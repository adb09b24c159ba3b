package io.mashrabiya.home.store;

import io.mashrabiya.vault.backup.SealedBackup;
import io.mashrabiya.wire.codec.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A backup in a file of its owner's (mode 0600).
public final class BackupFile {
  private final Path path;

  public BackupFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  /// What came of reading or writing it.
  public sealed interface Outcome {
    record Done(SealedBackup backup) implements Outcome {}

    /// It cannot go on.
    ///
    /// @param why a sentence for the operator, with what to do
    record Refused(String why) implements Outcome {}
  }

  /// Writes it, in place of an older backup of the same household and of nothing else, and reads it
  /// back. When it returns, it is on the disk.
  public Outcome write(SealedBackup backup) throws IOException {
    if (Files.exists(path) && !isOlderOneOf(backup)) {
      return new Outcome.Refused(
          path + " is there, and is no backup of this household: name another file");
    }
    Path folder = path.getParent();
    Path name = path.getFileName();
    if (folder == null || name == null || !Files.isDirectory(folder)) {
      return new Outcome.Refused(path + " names no file in a folder that is there");
    }
    OwnFile.replace(folder, name.toString(), backup.bytes());
    return Arrays.equals(OwnFile.read(path, SealedBackup.MAX_BYTES), backup.bytes())
        ? new Outcome.Done(backup)
        : new Outcome.Refused(
            path + " reads otherwise than it was written: try another disk, for this one fails");
  }

  public Outcome read() throws IOException {
    if (!Files.isRegularFile(path)) {
      return new Outcome.Refused("there is no backup " + path + ": is it elsewhere?");
    }
    try {
      return new Outcome.Done(SealedBackup.parse(OwnFile.read(path, SealedBackup.MAX_BYTES)));
    } catch (Malformed e) {
      return new Outcome.Refused(
          path + " is no backup, or not all of one: take another copy of it");
    }
  }

  private boolean isOlderOneOf(SealedBackup backup) throws IOException {
    return read() instanceof Outcome.Done(SealedBackup old)
        && old.household().equals(backup.household());
  }

  @Override
  public String toString() {
    return "BackupFile[" + path + "]";
  }
}
