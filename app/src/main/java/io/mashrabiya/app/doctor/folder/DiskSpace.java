package io.mashrabiya.app.doctor.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells how much room there is.
@FunctionalInterface
public interface DiskSpace {
  /// The system's answer.
  DiskSpace SYSTEM = path -> Files.getFileStore(path).getUsableSpace();

  /// Bytes that this user can still write where the path lies.
  ///
  /// @param path of something that is there
  long usableBytes(Path path) throws IOException;
}
