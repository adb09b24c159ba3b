package io.mashrabiya.media.scene;

import io.mashrabiya.media.Frame;
import java.io.IOException;
import java.time.Duration;

/// Makes the frames of a virtual camera, one after the other. Belongs to one thread, which opens
/// and closes it.
sealed interface Feed extends AutoCloseable permits DrawnFeed, ClipFeed {
  /// When the next picture is due, from the camera's start.
  Duration due();

  /// How late a picture may still be shown before the next ones are left out.
  Duration patience();

  /// Makes the picture that is due, stamped with the time of the start plus when it was due.
  Frame take(long startMicros) throws IOException;

  /// Leaves out pictures that were due before `elapsed`, as many as can be without harm to those
  /// that follow.
  ///
  /// @return how many were left out
  long skipTo(Duration elapsed) throws IOException;

  @Override
  void close();
}
