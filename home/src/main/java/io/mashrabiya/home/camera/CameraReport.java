package io.mashrabiya.home.camera;

import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.words.Sentence;
import java.time.Instant;
import java.util.Optional;

/// How a camera does, for the person who set it up.
///
/// @param words what happened and what to do about it; empty while all is well
/// @param motion when it last told that something moves, by the home's clock
/// @param bell when it last told that somebody pressed its bell, by the home's clock
public record CameraReport(
    String name,
    CameraState state,
    Sentence words,
    Optional<Instant> motion,
    Optional<Instant> bell) {
  /// Of a camera that tells nothing but pictures.
  public CameraReport(String name, CameraState state, Sentence words) {
    this(name, state, words, Optional.empty(), Optional.empty());
  }

  /// The same with other words.
  public CameraReport saying(Sentence others) {
    return new CameraReport(name, state, others, motion, bell);
  }

  /// The same with what its events told.
  public CameraReport telling(Optional<Instant> lastMotion, Optional<Instant> lastBell) {
    return new CameraReport(name, state, words, lastMotion, lastBell);
  }
}
