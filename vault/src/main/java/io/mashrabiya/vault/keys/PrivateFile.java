package io.mashrabiya.vault.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A small file that only its owner may read (mode 0600), on a file system with POSIX permissions.
///
/// Guarantee: whenever the power fails, [#replace] leaves either the old content or the new one,
/// whole; and no moment exists in which others could read it.
public final class PrivateFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final FileAttribute<Set<PosixFilePermission>> MODE_0600 =
      PosixFilePermissions.asFileAttribute(OWNER_ONLY);

  private PrivateFile() {}

  /// Whether somebody besides the owner may read, write or run it; a mode stricter than 0600 is
  /// fine.
  public static boolean isTooOpen(Path file) throws IOException {
    return !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file));
  }

  /// At most `maxBytes` and one more, so that the reader sees when it is too large.
  public static byte[] read(Path file, int maxBytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(maxBytes + 1);
    }
  }

  /// Writes a file that is not there yet.
  ///
  /// @throws FileAlreadyExistsException when there is such a file: nothing is ever overwritten
  public static void create(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), MODE_0600)) {
      writeDown(channel, content);
    }
    syncFolder(file);
  }

  /// Writes beside it, brings that to the disk, and then puts it in the file's place.
  public static void replace(Path file, byte[] content) throws IOException {
    Path folder = folderOf(file);
    Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".new", MODE_0600);
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        writeDown(channel, content);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
    syncFolder(file);
  }

  /// Whether there is anything of that name.
  public static boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static void writeDown(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(content);
    while (left.hasRemaining()) {
      channel.write(left);
    }
    channel.force(true);
  }

  /// A new name is on the disk only when its folder is.
  private static void syncFolder(Path file) throws IOException {
    try (FileChannel folder = FileChannel.open(folderOf(file), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("not a file: " + file);
    }
    return folder;
  }
}
