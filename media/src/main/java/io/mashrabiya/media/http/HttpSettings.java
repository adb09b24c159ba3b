package io.mashrabiya.media.http;

import java.time.Duration;

/// How long a client waits, and how it names itself.
///
/// @param connect for a connection
/// @param reply for the camera to take a question, and, from its asking, for the whole head of the
///   answer
/// @param silence for the next bytes of a picture or of a stream
/// @param picture for the next whole picture, and the least time after which the same one again and
///   again counts as none
/// @param userAgent what it says it is
public record HttpSettings(
    Duration connect, Duration reply, Duration silence, Duration picture, String userAgent) {
  /// What suits cameras. Streams of pictures may be slow, some have one in five seconds.
  public static final HttpSettings DEFAULT =
      new HttpSettings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          "Mashrabiya");
}
