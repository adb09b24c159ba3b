package io.mashrabiya.media.rtp;

import io.mashrabiya.media.Frame;

/// Cuts the frames of one track into RTP packets. Owned by one thread.
public interface Packetizer {
  /// Sends one frame.
  void accept(Frame frame);
}
