package io.mashrabiya.media.onvif.ptz;

/// A place that a camera remembers.
///
/// @param reference its token
/// @param name for a person; empty where there is none
public record PtzPreset(String reference, String name) {}
