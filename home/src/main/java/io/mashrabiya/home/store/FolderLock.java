package io.mashrabiya.home.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// One process's hold on a data folder, until it is closed or the process ends, however it ends.
final class FolderLock implements AutoCloseable {
  private static final String NAME = "lock";
  private static final String MODE_0700 = "rwx------";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Makes the folder if there is none, for its owner only.
  static void prepare(Path folder) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(MODE_0700)));
  }

  /// Whether the folder is ours to use: it holds nothing, or what a home left there.
  static boolean isOurs(Path folder) throws IOException {
    try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
      return !content.iterator().hasNext() || Files.exists(folder.resolve(NAME));
    }
  }

  /// Empty when another process, or another home in this one, holds it.
  static Optional<FolderLock> take(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(NAME),
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE),
            OwnFile.MODE_0600);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null; // held within this process
    }
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(MODE_0700));
    return Optional.of(new FolderLock(channel));
  }

  /// Whether a process holds it. Makes no file and needs no right to write. Where nobody holds it,
  /// it is shared for this moment, in which nobody else can take it.
  static boolean isHeld(Path folder) throws IOException {
    if (Files.isRegularFile(folder)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.READ)) {
      return channel.tryLock(0, Long.MAX_VALUE, true) == null;
    } catch (OverlappingFileLockException e) {
      return true; // within this process
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
