package io.mashrabiya.media.worker;

/// What happens at the native door, as [DoorCounters] count it.
public enum DoorEvent {
  /// Something was asked: a still, or a frame of a stream.
  REQUEST,
  /// It was not made, for whatever reason.
  FAILURE,
  /// A worker process was started.
  START,
  /// A worker ended by itself: a decoder crashed, or somebody killed it.
  DEATH,
  /// A worker was killed because it did not answer in time.
  DEADLINE_KILL,
  /// A worker was killed because it took too much memory.
  MEMORY_KILL,
  /// A worker was killed because what it said was no answer.
  NONSENSE_KILL,
  /// A worker was ended because nobody had asked for anything for a while, or whoever had asked
  /// gave up.
  UNWANTED_END,
  /// Something was not tried, because the camera's pictures had killed workers before.
  RESTING,
  /// A frame of a stream was left out: the worker was slow, or had to be started anew.
  FRAME_DROPPED
}
