package io.mashrabiya.relay.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The viewer's files, from the class path, each read once. Belongs to the event loop: to read one
/// takes a few milliseconds, once.
///
/// Guarantee: a path leads to a file below the prefix or to nothing; `..`, empty or hidden parts,
/// encoded characters and backslashes lead to nothing, whatever the class path would make of them.
final class Bundle {
  private static final Pattern PATH =
      Pattern.compile("/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");
  private static final int MAX_PATH = 200;
  private static final int MAX_FILES = 500;

  private final String prefix;
  private final ClassLoader loader;
  private final Map<String, SiteFile> files = new HashMap<>();

  /// @param prefix on the class path, ending in a slash
  Bundle(String prefix, ClassLoader loader) {
    this.prefix = prefix;
    this.loader = loader;
  }

  Optional<SiteFile> at(String path) {
    String asked = path.equals("/") ? "/index.html" : path;
    var known = files.get(asked);
    if (known != null) {
      return Optional.of(known);
    }
    if (asked.length() > MAX_PATH || !PATH.matcher(asked).matches()) {
      return Optional.empty();
    }
    var read = SiteFile.contentTypeOf(asked).flatMap(type -> read(asked, type));
    if (files.size() < MAX_FILES) {
      read.ifPresent(file -> files.put(asked, file));
    }
    return read;
  }

  private Optional<SiteFile> read(String path, String contentType) {
    try (var stream = loader.getResourceAsStream(prefix + path.substring(1))) {
      return stream == null
          ? Optional.empty()
          : Optional.of(SiteFile.of(path, contentType, stream.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("the viewer's bundle cannot be read", e);
    }
  }
}
