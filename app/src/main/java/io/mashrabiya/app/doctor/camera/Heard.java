package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.media.PlayOutcome;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import java.time.Duration;
import java.util.Optional;

/// What a camera sent while it was listened to.
///
/// @param outcome how it ended; `Stopped` of its protocol when the time was over
/// @param listened from when it began to send; zero where it did not
record Heard(
    PlayOutcome outcome,
    PictureTally pictures,
    Optional<SoundFormat> sound,
    SessionCounters counters,
    Duration listened) {
  /// Of the pictures.
  long of(StreamEvent event) {
    return counters.pictures().of(event);
  }

  /// Whether anything of a picture came.
  boolean hasBegun() {
    return hasBegun(counters);
  }

  /// The same while it is listened to.
  static boolean hasBegun(SessionCounters counters) {
    var pictures = counters.pictures();
    return pictures.of(StreamEvent.PACKET) > 0
        || pictures.of(StreamEvent.FRAME) > 0
        || pictures.of(StreamEvent.PAYLOAD_MALFORMED) > 0;
  }

  /// How many questions were answered with one picture each; none by a camera that streams.
  long snapshots() {
    return of(StreamEvent.SNAPSHOT);
  }

  /// How its pictures are, where a key frame came.
  Optional<Encoding> encoding() {
    return pictures.newestKey().map(Encoding::of);
  }

  long seconds() {
    return Math.max(1, Math.round(listened.toMillis() / 1000.0));
  }
}
