package io.mashrabiya.home.live;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.vault.seal.FrameSealer;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.SoundFrame;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A camera's sound. It is sealed only while somebody listens: nothing of it is kept, because
/// nobody wants to hear what is over.
///
/// Not thread-safe: its camera's lock guards it.
final class SoundLane {
  private final CameraId camera;
  private final Outlet outlet;
  private FrameSealer sealer;
  private Optional<Instant> newestCapture = Optional.empty();
  private boolean leased;
  private long nextNumber;

  SoundLane(CameraId camera, FrameSealer sealer, Outlet outlet) {
    this.camera = camera;
    this.sealer = sealer;
    this.outlet = outlet;
  }

  void accept(Frame frame, SoundFormat format) {
    newestCapture = Optional.of(Instant.EPOCH.plus(frame.captureTimeMicros(), ChronoUnit.MICROS));
    if (!leased || frame.sizeBytes() > SoundFrame.MAX_DATA_BYTES) {
      return;
    }
    SoundFrame sound =
        new SoundFrame(
            codec(format.codec()),
            format.sampleRateHz(),
            format.channels(),
            format.configuration(),
            frame.payload());
    SealedFrame next = sealer.seal(Kind.SOUND, frame.captureTimeMicros(), sound.bytes());
    nextNumber = next.number() + 1;
    outlet.offer(camera, next);
  }

  private static SoundFrame.Codec codec(SoundCodec codec) {
    return switch (codec) {
      case OPUS -> SoundFrame.Codec.OPUS;
      case AAC -> SoundFrame.Codec.AAC;
      case PCMU -> SoundFrame.Codec.PCMU;
      case PCMA -> SoundFrame.Codec.PCMA;
    };
  }

  void begin(FrameSealer next) {
    sealer = next;
    nextNumber = 0;
  }

  void lease(boolean wanted) {
    if (!wanted && leased) {
      outlet.drop(camera, sealer.kid().track());
    }
    leased = wanted;
  }

  /// Where a session begins: with what comes next.
  TrackStart start() {
    return new TrackStart(sealer.kid(), nextNumber);
  }

  /// When the newest sound was captured; empty before the first.
  Optional<Instant> newestCapture() {
    return newestCapture;
  }
}
