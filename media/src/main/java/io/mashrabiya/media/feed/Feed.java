package io.mashrabiya.media.feed;

import io.mashrabiya.media.Frame;
import java.io.IOException;
import java.time.Duration;

/// Makes frames, one after the other, each due at its time. Belongs to one thread, which opens and
/// closes it.
public interface Feed extends AutoCloseable {
  /// When the next picture is due, from the start.
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
