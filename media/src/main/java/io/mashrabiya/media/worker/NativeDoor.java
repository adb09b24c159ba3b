package io.mashrabiya.media.worker;

import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.TranscodeSettings;

/// All that is asked of native codecs about what comes from a camera.
///
/// Guarantee: whatever the bytes are, each call returns within its deadline and this process goes
/// on; what one camera's pictures do stays with that camera. Not guaranteed: that a picture is
/// made, even of good bytes, while another one's has just killed the worker.
///
/// Any thread may call.
public interface NativeDoor extends AutoCloseable {
  /// Makes a still. Blocks until it is made or is known not to be.
  ///
  /// @param of whose picture it is
  StillOutcome still(Subject of, StillRequest asked);

  /// Opens a conversion of a stream to smaller pictures. Returns at once.
  ///
  /// @param of whose pictures they are
  /// @param into gets the frames that come out, on the conversion's own thread
  Conversion transcode(Subject of, TranscodeSettings settings, FrameSink into);

  /// What happened so far.
  DoorCounters counters();

  /// Ends what runs behind it. Whoever waits is told that nothing is made.
  @Override
  void close();
}
