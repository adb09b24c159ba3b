package io.mashrabiya.media.onvif.stream;

import java.util.Optional;

/// One of the ways in which a camera encodes what it sees (ONVIF Media Service Specification,
/// section 4.1, *Profiles*).
///
/// @param reference the profile's token, by which it is asked for
/// @param name for a person; empty where there is none
/// @param source the token of the video source: what it sees. A recorder has several
/// @param width pixels; 0 where the camera does not tell
/// @param height pixels; 0 where the camera does not tell
/// @param framesPerSecond 0 where the camera does not tell
/// @param kilobitsPerSecond 0 where the camera does not tell
/// @param keyFrameInterval frames from one key frame to the next; 0 where the camera does not tell
/// @param audio the encoding of its sound, in the camera's word, if it has any
/// @param turns whether it has a PTZ configuration
public record MediaProfile(
    String reference,
    String name,
    String source,
    VideoCodec codec,
    int width,
    int height,
    double framesPerSecond,
    int kilobitsPerSecond,
    int keyFrameInterval,
    Optional<String> audio,
    boolean turns) {
  /// How many pixels a picture has.
  public long pixels() {
    return (long) width * height;
  }
}
