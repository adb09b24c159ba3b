package io.mashrabiya.media.http;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.jpeg.JpegFile;
import io.mashrabiya.media.rtp.StreamCounters;
import io.mashrabiya.media.rtp.StreamEvent;
import java.util.Arrays;

/// Makes frames of what should be JPEG files, and hands them on with times that rise. What is no
/// whole JPEG file is left out and counted. Owned by one thread.
final class PictureOutlet {
  private static final Track PICTURES = new Track(Track.PICTURE, PictureFormat.JPEG);

  private final FrameSink sink;
  private final StreamCounters counters;
  private long lastMicros;

  PictureOutlet(FrameSink sink, StreamCounters counters) {
    this.sink = sink;
    this.counters = counters;
  }

  /// Takes what a camera sent as a picture.
  ///
  /// @param arrivedMicros when it began to arrive
  /// @return whether it was handed on
  boolean accept(byte[] bytes, long arrivedMicros) {
    int end = JpegFile.end(bytes, bytes.length).orElse(0);
    if (end == 0 || JpegFile.size(bytes).isEmpty()) {
      counters.count(StreamEvent.PAYLOAD_MALFORMED);
      return false;
    }
    byte[] file = end == bytes.length ? bytes : Arrays.copyOf(bytes, end);
    lastMicros = Math.max(arrivedMicros, lastMicros + 1);
    counters.count(StreamEvent.FRAME);
    counters.count(StreamEvent.KEY_FRAME);
    sink.accept(new Frame(PICTURES, lastMicros, true, file));
    return true;
  }
}
