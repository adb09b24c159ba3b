package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.rtp.RtpStream;
import io.mashrabiya.media.sdp.MediaDescription;
import io.mashrabiya.media.sdp.RtpEncoding;
import io.mashrabiya.media.sdp.SessionDescription;
import java.util.Optional;
import java.util.stream.Stream;

/// One stream of a description that can be played here.
///
/// @param control the value of its `a=control`, which says what to set up
record OfferedStream(Optional<String> control, RtpStream stream) {
  private static final int MOST_PAYLOAD_TYPE = 127;

  /// One payload type of a medium, with how it is encoded.
  record Candidate(MediaDescription medium, String format, int payloadType, RtpEncoding encoding) {
    /// A format parameter of it.
    Optional<String> parameter(String name) {
      return medium.parameter(format, name);
    }
  }

  /// All payload types of all media of that kind, in the order of the description.
  static Stream<Candidate> candidates(SessionDescription description, String media) {
    return description.media().stream()
        .filter(medium -> medium.media().equals(media))
        .flatMap(medium ->
            medium.formats().stream().flatMap(format -> candidate(medium, format).stream()));
  }

  private static Optional<Candidate> candidate(MediaDescription medium, String format) {
    if (!format.matches("[0-9]{1,3}") || Integer.parseInt(format) > MOST_PAYLOAD_TYPE) {
      return Optional.empty();
    }
    return medium
        .encoding(format)
        .map(encoding -> new Candidate(medium, format, Integer.parseInt(format), encoding));
  }
}
