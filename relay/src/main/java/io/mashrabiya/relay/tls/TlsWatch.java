package io.mashrabiya.relay.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells when certificate and key have changed and are at rest again. To be asked now and then; a
/// change counts at the second look that finds it the same, so that nobody reads the new one of the
/// two beside the old other. By one thread.
final class TlsWatch {
  private final TlsFiles files;
  private Optional<Stamp> used;
  private Optional<Stamp> seen;

  TlsWatch(TlsFiles files) {
    this.files = files;
    used = stamp();
    seen = used;
  }

  /// Whether to read the files now.
  boolean hasChanged() {
    Optional<Stamp> now = stamp();
    boolean isAtRest = now.equals(seen);
    seen = now;
    if (!isAtRest || now.equals(used)) {
      return false;
    }
    used = now;
    return true;
  }

  /// Empty while one of them is gone.
  private Optional<Stamp> stamp() {
    try {
      return Optional.of(new Stamp(one(files.certificate()), one(files.key())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static One one(Path file) throws IOException {
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new One(
        attributes.lastModifiedTime().toString(),
        attributes.size(),
        Objects.toString(attributes.fileKey()));
  }

  private record One(String modified, long sizeBytes, @Nullable String identity) {}

  private record Stamp(One certificate, One key) {}
}
