package io.mashrabiya.media.onvif.soap;

import java.time.Duration;

/// How long a camera is waited for.
///
/// @param connectWait until there is a connection
/// @param answerWait until there is a whole answer, beyond what the question itself asks to wait
public record SoapSettings(Duration connectWait, Duration answerWait) {
  public static final SoapSettings DEFAULT =
      new SoapSettings(Duration.ofSeconds(5), Duration.ofSeconds(10));
}
