package io.mashrabiya.home.door;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An invite for one more device: `POST /invites?...`.
///
/// @param query as it was sent; [InviteWish] reads it
record InviteRequest(String query) implements DoorRequest {
  private static final Pattern LINE =
      Pattern.compile("POST (?:http://[^/ ]*)?/invites(?:\\?([^ ]*))? HTTP/1\\.[01]");

  /// Empty when the line asks for anything else.
  static Optional<InviteRequest> read(String line) {
    Matcher asked = LINE.matcher(line);
    return asked.matches()
        ? Optional.of(new InviteRequest(asked.group(1) == null ? "" : asked.group(1)))
        : Optional.empty();
  }
}
