package io.mashrabiya.home.door;

import io.mashrabiya.media.Still;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A camera's newest picture: `GET /snapshot.jpg?camera=NAME`, or `.webp`.
///
/// @param camera its name; empty for the only one
record SnapshotRequest(Still.Format format, Optional<String> camera) implements DoorRequest {
  private static final Pattern LINE =
      Pattern.compile(
          "GET (?:http://[^/ ]*)?/snapshot\\.(jpg|jpeg|webp)(?:\\?([^ ]*))? HTTP/1\\.[01]");
  private static final Pattern CAMERA = Pattern.compile("camera=([^&]*)");

  /// Empty when the line asks for anything else.
  static Optional<SnapshotRequest> read(String line) {
    Matcher asked = LINE.matcher(line);
    if (!asked.matches()) {
      return Optional.empty();
    }
    var format = asked.group(1).equals("webp") ? Still.Format.WEBP : Still.Format.JPEG;
    if (asked.group(2) == null) {
      return Optional.of(new SnapshotRequest(format, Optional.empty()));
    }
    Matcher named = CAMERA.matcher(asked.group(2));
    return named.matches() ? of(format, named.group(1)) : Optional.empty();
  }

  private static Optional<SnapshotRequest> of(Still.Format format, String encoded) {
    try {
      String name = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      return Optional.of(new SnapshotRequest(format, Optional.of(name)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a percent sign without its digits
    }
  }
}
