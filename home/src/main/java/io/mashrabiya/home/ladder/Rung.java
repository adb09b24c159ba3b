package io.mashrabiya.home.ladder;

import io.mashrabiya.wire.sealed.Track;

/// One way to show a camera.
///
/// @param bitsPerSecond that it takes
/// @param heightPixels of its pictures, as far as known
/// @param isMade whether it costs the home's processor something while somebody has it
public record Rung(Track track, long bitsPerSecond, int heightPixels, boolean isMade) {}
