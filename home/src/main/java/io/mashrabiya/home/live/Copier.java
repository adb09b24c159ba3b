package io.mashrabiya.home.live;

import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.TranscodeSettings;
import io.mashrabiya.media.worker.Conversion;
import io.mashrabiya.media.worker.Subject;

/// Opens what makes small copies of a camera's pictures: the native door.
@FunctionalInterface
public interface Copier {
  /// Opens one; returns at once.
  ///
  /// @param into gets what comes out, on a thread of the copy's own
  Conversion open(Subject of, TranscodeSettings settings, FrameSink into);
}
