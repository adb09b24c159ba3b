package io.mashrabiya.media.rtsp.client;

import java.time.Duration;

/// How long a client waits, and how it names itself.
///
/// @param connect for a connection
/// @param reply for the whole of each answer, and for the camera to take what is sent to it
/// @param silence for the next packet of a stream that plays; after it the stream counts as stalled
/// @param frame for the next whole picture of a stream whose packets come. Longer than cameras take
///   from one key frame to the next: after a fault, and where a stream does not begin with one,
///   nothing is handed on before it
/// @param userAgent what it says it is; some cameras answer nobody without one
public record RtspSettings(
    Duration connect, Duration reply, Duration silence, Duration frame, String userAgent) {
  /// What suits cameras: 30 seconds for a whole picture, 5 for all else.
  public static final RtspSettings DEFAULT =
      new RtspSettings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          "Mashrabiya");
}
