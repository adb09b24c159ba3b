package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.Track;
import io.mashrabiya.media.rtp.StreamCounters;

/// What is counted of a camera: its pictures and its sound apart, because only a loss of pictures
/// can be seen.
public record SessionCounters(StreamCounters pictures, StreamCounters sound) {
  public SessionCounters() {
    this(new StreamCounters(), new StreamCounters());
  }

  StreamCounters of(Track track) {
    return track.isSound() ? sound : pictures;
  }
}
