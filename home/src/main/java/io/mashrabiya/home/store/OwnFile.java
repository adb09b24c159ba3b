package io.mashrabiya.home.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Small files in the data folder, for their owner only.
///
/// Guarantee: whenever the power fails, [#replace] leaves either the old content or the new one,
/// whole, and when it has returned the new one.
final class OwnFile {
  static final FileAttribute<Set<PosixFilePermission>> MODE_0600 =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private OwnFile() {}

  /// At most `maxBytes` and one more, so that the reader sees when it is too large.
  static byte[] read(Path file, int maxBytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(maxBytes + 1);
    }
  }

  static void replace(Path folder, String name, byte[] content) throws IOException {
    Path fresh = Files.createTempFile(folder, "." + name, ".new", MODE_0600);
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true);
      }
      Files.move(
          fresh,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
    bringToDisk(folder);
  }

  static void delete(Path folder, String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
    bringToDisk(folder);
  }

  /// Deletes what a process left that was killed while it wrote: it may be a copy of secrets.
  static void clearUnfinished(Path folder) throws IOException {
    try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, ".*.new")) {
      for (Path each : unfinished) {
        if (Files.isDirectory(each)) {
          deleteFolder(each);
        } else {
          Files.delete(each);
        }
      }
    }
  }

  /// Deletes a folder of files, if it is there.
  static void deleteFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path each : files) {
          Files.delete(each);
        }
      }
      Files.delete(folder);
    }
  }

  /// A new name, or none, is on the disk only when its folder is.
  static void bringToDisk(Path folder) throws IOException {
    try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
      opened.force(true);
    }
  }
}
