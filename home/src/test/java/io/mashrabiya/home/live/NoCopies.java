package io.mashrabiya.home.live;

import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.TranscodeSettings;
import io.mashrabiya.media.worker.Conversion;
import io.mashrabiya.media.worker.Subject;

/// For tests in which nobody needs a small copy.
public final class NoCopies implements Copier {
  @Override
  public Conversion open(Subject of, TranscodeSettings settings, FrameSink into) {
    throw new AssertionError("nobody asked for a small copy");
  }
}
