package io.mashrabiya.media.rtsp.message;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// A `Session` header (RFC 2326, section 12.37).
///
/// @param id what names the session in later requests
/// @param timeout after which silence ends it
public record SessionHeader(String id, Duration timeout) {
  /// What counts where the server names no time.
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

  private static final Duration LEAST_TIMEOUT = Duration.ofSeconds(2);
  private static final int MOST_ID_CHARACTERS = 256;

  /// Reads one; empty where there is no id to give back.
  ///
  /// Leniencies: a time that is no number, zero or absent counts as 60 seconds; one under 2 seconds
  /// as 2.
  public static Optional<SessionHeader> read(String header) {
    String[] parts = header.split(";", -1);
    String id = parts[0].strip();
    if (id.isEmpty() || id.length() > MOST_ID_CHARACTERS) {
      return Optional.empty();
    }
    Duration timeout = DEFAULT_TIMEOUT;
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
      if (parameter.matches("timeout=0*[1-9][0-9]{0,5}")) {
        timeout = Duration.ofSeconds(Integer.parseInt(parameter.substring("timeout=".length())));
      }
    }
    return Optional.of(
        new SessionHeader(id, timeout.compareTo(LEAST_TIMEOUT) < 0 ? LEAST_TIMEOUT : timeout));
  }
}
