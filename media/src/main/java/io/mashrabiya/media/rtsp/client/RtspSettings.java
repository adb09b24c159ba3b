package io.mashrabiya.media.rtsp.client;

import java.time.Duration;

/// How long a client waits, and how it names itself.
///
/// @param connect for a connection
/// @param reply for the whole of each answer, and for the camera to take what is sent to it
/// @param silence for the next packet of a stream that plays; after it the stream counts as stalled
/// @param userAgent what it says it is; some cameras answer nobody without one
public record RtspSettings(Duration connect, Duration reply, Duration silence, String userAgent) {
  /// What suits cameras: every wait is 5 seconds.
  public static final RtspSettings DEFAULT =
      new RtspSettings(
          Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), "Mashrabiya");
}
