package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.h264.SequenceParameterSet;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import java.time.Duration;
import java.util.Optional;

/// What a camera sent while it was listened to.
///
/// @param outcome how it ended; [RtspOutcome.Stopped] when the time was over
/// @param listened from the first packet on; zero where none came
record Heard(
    RtspOutcome outcome,
    PictureTally pictures,
    Optional<SoundFormat> sound,
    SessionCounters counters,
    Duration listened) {
  /// Of the pictures.
  long of(StreamEvent event) {
    return counters.pictures().of(event);
  }

  /// How its pictures are, where a key frame came that says so.
  Optional<SequenceParameterSet> parameters() {
    return pictures.newestKey().flatMap(SequenceParameterSet::ofKeyFrame);
  }

  long seconds() {
    return Math.max(1, Math.round(listened.toMillis() / 1000.0));
  }
}
