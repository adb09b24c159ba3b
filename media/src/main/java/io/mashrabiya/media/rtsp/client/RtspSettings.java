package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.PictureFormat;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/// How long a client waits, how it names itself and what it plays.
///
/// @param connect for a connection
/// @param reply for the whole of each answer, and for the camera to take what is sent to it
/// @param silence for the next packet of a stream that plays; after it the stream counts as stalled
/// @param frame for the next whole picture of a stream whose packets come. Longer than cameras take
///   from one key frame to the next: after a fault, and where a stream does not begin with one,
///   nothing is handed on before it
/// @param userAgent what it says it is; some cameras answer nobody without one
/// @param pictures the formats that are played: the first stream in one of them; at least one
public record RtspSettings(
    Duration connect,
    Duration reply,
    Duration silence,
    Duration frame,
    String userAgent,
    Set<PictureFormat> pictures) {
  /// What suits cameras: 30 seconds for a whole picture, 5 for all else.
  public static final RtspSettings DEFAULT =
      new RtspSettings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          "Mashrabiya");

  public RtspSettings {
    if (pictures.isEmpty()) {
      throw new IllegalArgumentException("a client plays pictures of some format");
    }
    pictures = Set.copyOf(pictures);
  }

  /// Plays every format that is read here.
  public RtspSettings(
      Duration connect, Duration reply, Duration silence, Duration frame, String userAgent) {
    this(connect, reply, silence, frame, userAgent, EnumSet.allOf(PictureFormat.class));
  }

  /// The same for other formats of pictures.
  public RtspSettings playing(Set<PictureFormat> formats) {
    return new RtspSettings(connect, reply, silence, frame, userAgent, formats);
  }
}
