package io.mashrabiya.home.camera;

import io.mashrabiya.wire.letter.CameraState;

/// How a camera does, for the person who set it up.
///
/// @param words what happened and what to do about it; empty while all is well
public record CameraReport(String name, CameraState state, String words) {}
