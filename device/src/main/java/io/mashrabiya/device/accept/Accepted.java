package io.mashrabiya.device.accept;

/// What is to be done with a frame that opened and verified.
///
/// @param complete whether the decoder has everything that it builds on; else it is dropped, and
///   all that follow until the next key frame
/// @param paint whether it is newer than the newest painted one; else it is decoded only
public record Accepted(boolean complete, boolean paint) {}
