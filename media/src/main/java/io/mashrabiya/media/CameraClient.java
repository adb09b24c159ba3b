package io.mashrabiya.media;

/// Plays one camera once, whatever it speaks: hands its frames to a sink until something ends it.
/// Whoever wants the camera back after that makes a new client.
///
/// [#play] blocks its thread for as long as the camera plays; the sink is called on that thread.
/// [#close] may be called from any thread, before, during or after.
public interface CameraClient extends AutoCloseable {
  /// Plays the camera until it ends; to be called once. Never throws for anything that a camera or
  /// a network does; what the sink throws goes through.
  PlayOutcome play(FrameSink sink);

  /// Ends it: [#play] returns soon.
  @Override
  void close();
}
