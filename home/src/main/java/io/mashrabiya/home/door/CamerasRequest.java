package io.mashrabiya.home.door;

import java.util.regex.Pattern;

/// Which cameras there are and how each does: `GET /cameras`.
record CamerasRequest() implements DoorRequest {
  private static final Pattern LINE =
      Pattern.compile("GET (?:http://[^/ ]*)?/cameras HTTP/1\\.[01]");

  static boolean isMeant(String line) {
    return LINE.matcher(line).matches();
  }
}
