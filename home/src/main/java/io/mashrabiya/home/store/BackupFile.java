package io.mashrabiya.home.store;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.vault.backup.SealedBackup;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.Sentence;
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
    /// @param why what is wrong, for the operator, and then what to do
    record Refused(Sentence why) implements Outcome {}
  }

  /// Writes it, in place of an older backup of the same household and of nothing else, and reads it
  /// back. When it returns, it is on the disk.
  public Outcome write(SealedBackup backup) throws IOException {
    if (Files.exists(path) && !isOlderOneOf(backup)) {
      return new Outcome.Refused(
          say("{0} is there, and is no backup of this household.", path)
              .then("Name another file."));
    }
    Path folder = path.getParent();
    Path name = path.getFileName();
    if (folder == null || name == null || !Files.isDirectory(folder)) {
      return new Outcome.Refused(say("{0} names no file in a folder that is there.", path));
    }
    OwnFile.replace(folder, name.toString(), backup.bytes());
    return Arrays.equals(OwnFile.read(path, SealedBackup.MAX_BYTES), backup.bytes())
        ? new Outcome.Done(backup)
        : new Outcome.Refused(
            say("{0} reads otherwise than it was written.", path)
                .then("Try another disk, for this one fails."));
  }

  public Outcome read() throws IOException {
    if (!Files.isRegularFile(path)) {
      return new Outcome.Refused(say("There is no backup {0}: is it elsewhere?", path));
    }
    try {
      return new Outcome.Done(SealedBackup.parse(OwnFile.read(path, SealedBackup.MAX_BYTES)));
    } catch (Malformed e) {
      return new Outcome.Refused(
          say("{0} is no backup, or not all of one.", path).then("Take another copy of it."));
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
