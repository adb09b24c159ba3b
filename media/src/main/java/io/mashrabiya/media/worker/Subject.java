package io.mashrabiya.media.worker;

/// Whose pictures are worked on: who is to blame when they kill a worker.
///
/// @param name as the log may show it
public record Subject(String name) {}
